import { Fault } from "../runtime/fault.ts";
import { jsonClient } from "../runtime/json-client.ts";
import { isJsonObject, type JsonObject } from "../runtime/tolerant.ts";
import type { Transport } from "../runtime/transport.ts";
import { faultOfContext, faultOfKey, faultOfNoContext } from "./faults.ts";

/** One call of the service. */
export type ContextCall = {
  method: "get" | "patch" | "post" | "delete";
  /** The whole address. */
  url: string;
  /** The account's key. */
  key: string;
  /** Sent as JSON; `get` and `delete` have none. */
  data?: JsonObject;
  /** Milliseconds until the call is given up. */
  timeout: number;
};

/**
 * Calls the service, once. It never fails: what went wrong is an outcome as well.
 *
 * @returns the properties that were read; `undefined` where there are none, and for what was written or deleted
 */
export type CallContext = (call: ContextCall) => Promise<JsonObject | undefined | Fault>;

/**
 * LivePerson's Conversation Context Service, version 1 of its REST interface.
 *
 * Not through the toolbelt's client: that reads everything back after each write, repeats for seconds or never settles,
 * and does not encode what it puts into an address.
 *
 * @see https://developers.liveperson.com/conversation-orchestrator-conversation-context-service-methods-v1.html
 */
export function contextService(transport: Transport): CallContext {
  const http = jsonClient(transport);
  const { proxied } = transport;
  return async ({ key, ...request }) => {
    const malformed = faultOfKey(key);
    if (malformed) return malformed;
    const headers = { "maven-api-key": key };
    const answer = await http
      .request({ ...request, headers })
      .catch((error) => faultOfNoContext(error, proxied));
    if (answer instanceof Fault) return answer;
    const { status, data } = answer;
    const isRead = request.method === "get";
    if (isRead && status === 200 && isJsonObject(data)) return data;
    const isNothing = status === 404 && (isRead || request.method === "delete");
    return isNothing || (!isRead && status === 204) ? undefined : faultOfContext(status, data, proxied);
  };
}
