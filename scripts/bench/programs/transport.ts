import type { ToolbeltV1 } from "../../../src/runtime/toolbelt.ts";
import { mockSecrets } from "../../stand-ins/clinc/server.ts";
import { mockRecord } from "../../stand-ins/context-service/server.ts";
import { toolbeltV1 } from "../../stand-ins/functions/toolbelt.ts";
import { cannedReply } from "../canned-replies.ts";
import type { Order } from "../measured-process.ts";

/**
 * Sets up what the platform gives a function: the toolbelt, which is returned and lies where the stand-in packages look
 * for it, and `fetch`. With a reply of its own each answers at once, and what remains of a turn is the function's work.
 */
export function installTransport({ host, reply, contextHost }: Order): ToolbeltV1 {
  const record = contextHost ? mockRecord(contextHost) : { secrets: {}, environment: {} };
  Object.assign(process.env, record.environment);
  const toolbelt = toolbeltV1({ ...mockSecrets(host), ...record.secrets }, ["127.0.0.1"]);
  if (reply) {
    const body = cannedReply(reply);
    const answer = { statusCode: 200, headers: { "content-type": "application/json" }, body };
    toolbelt.HTTPClient = () => () => Promise.resolve({ ...answer });
    globalThis.fetch = fetchAtOnce(body);
  }
  Object.assign(globalThis, { toolbeltOfBenchmark: toolbelt });
  return toolbelt;
}

/** As little of a `Response` as carries a body: building a real one is the transport's work. */
function fetchAtOnce(body: string): typeof fetch {
  const bytes = Buffer.from(body);
  const headers = new Headers({ "content-type": "application/json" });
  const answer = () => {
    const chunks = [{ done: false, value: bytes }];
    const read = async () => chunks.shift() ?? { done: true, value: undefined };
    return { status: 200, ok: true, headers, body: { getReader: () => ({ read }) }, text: async () => body };
  };
  return (async () => answer()) as unknown as typeof fetch;
}
