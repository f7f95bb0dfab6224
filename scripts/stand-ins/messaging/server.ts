import { createServer, type IncomingMessage } from "node:http";
import { JSON_TYPE } from "../../kit/http-faults.ts";
import { listenOnLoopback } from "../../kit/loopback.ts";

/** The part of LivePerson's Messaging REST API that tells whether an agent may see a conversation, on loopback. */
export type StandInMessaging = {
  address: string;
  /** Who may see which conversations, by access token; any other token is refused. */
  assigned: Map<string, readonly string[]>;
  /** Answers everything with this status, or never (`hangs`). */
  fault: number | "hangs" | undefined;
  seen: Array<{ path: string; headers: IncomingMessage["headers"] }>;
  close(): Promise<void>;
};

/** @see https://developers.liveperson.com/messaging-rest-api-overview.html */
export async function startMessaging(): Promise<StandInMessaging> {
  const server = createServer(({ url: path = "", headers }, response) => {
    messaging.seen.push({ path, headers });
    if (messaging.fault === "hangs") return;
    const status = messaging.fault ?? statusOf(path, headers);
    response.writeHead(status, JSON_TYPE).end(JSON.stringify(status === 200 ? { conversation: {} } : {}));
  });

  function statusOf(path: string, headers: IncomingMessage["headers"]): number {
    const [, conversation = ""] = /^\/messaging\/v1\/conversations\/([\w-]+)$/.exec(path) ?? [];
    const [, token = ""] = /^Bearer (.+)$/.exec(headers.authorization ?? "") ?? [];
    const isWhole = headers["brand-id"] && headers["client-source"] && headers["request-id"];
    if (conversation === "" || !isWhole) return 400;
    const assigned = messaging.assigned.get(token);
    if (!assigned) return 401;
    return assigned.includes(conversation) ? 200 : 403;
  }

  const { address, close } = await listenOnLoopback(server);
  const messaging: StandInMessaging = { address, assigned: new Map(), fault: undefined, seen: [], close };
  return messaging;
}
