import { createRequire } from "node:module";
import type { ToolbeltV1 } from "../../../src/runtime/toolbelt.ts";
import { mockSecrets } from "../../stand-ins/clinc/server.ts";
import { mockRecord } from "../../stand-ins/context-service/server.ts";
import { toolbeltV1 } from "../../stand-ins/functions/toolbelt.ts";
import type { Order } from "../measured-process.ts";
import { answersAtOnce, clientAtOnce, cryptoAtOnce, fetchAtOnce } from "./at-once.ts";

/**
 * Sets up what the platform gives a function: the toolbelt, which is returned and lies where the stand-in packages look
 * for it, and `fetch`. With a reply of its own each answers at once, and what remains of a turn is the function's work.
 */
export function installTransport({ host, reply, httpClient, contextHost }: Order): ToolbeltV1 {
  const record = contextHost ? mockRecord(contextHost) : { secrets: {}, environment: {} };
  Object.assign(process.env, record.environment);
  const toolbelt = toolbeltV1({ ...mockSecrets(host), ...record.secrets }, ["127.0.0.1"]);
  if (httpClient) {
    const requestPromise = createRequire(httpClient)(httpClient);
    toolbelt.HTTPClient = () => requestPromise;
  }
  if (reply) {
    const answer = answersAtOnce(reply, contextHost);
    const client = clientAtOnce(answer);
    toolbelt.HTTPClient = () => client;
    globalThis.fetch = fetchAtOnce(answer);
    if (contextHost) Object.defineProperty(globalThis, "crypto", { value: cryptoAtOnce() });
  }
  Object.assign(globalThis, { toolbeltOfBenchmark: toolbelt });
  return toolbelt;
}
