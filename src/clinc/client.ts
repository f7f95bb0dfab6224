import type { Deadline } from "../runtime/deadline.ts";
import { jsonClient } from "../runtime/json-client.ts";
import { isJsonObject } from "../runtime/tolerant.ts";
import type { Transport } from "../runtime/transport.ts";
import type { ClincAccess } from "./access.ts";
import { faultOfAnswer, faultOfSilence, unusableReply } from "./faults.ts";
import type { ClincQuery } from "./query.ts";
import { type ClincReply, parseReply } from "./reply.ts";

/** Sends one query, once. */
export type PostQuery = (query: ClincQuery, access: ClincAccess, deadline: Deadline) => Promise<ClincReply>;

/**
 * The client of the Clinc Query API: `POST <host>/v1/query` with an App-Key.
 *
 * @see https://api.clinc.com/platform/documentation/v2/platform_reference/query_endpoint.html
 * @throws {Fault} for everything but a JSON object as answer
 */
export function clincClient(transport: Transport): PostQuery {
  const http = jsonClient(transport);
  const { proxied } = transport;
  return async (query, access, deadline) => {
    const response = await http
      .request({
        method: "post",
        url: access.endpoint,
        data: query,
        headers: { Authorization: `App-Key ${access.appKey}` },
        timeout: deadline.left(),
      })
      .catch((error) => {
        throw faultOfSilence(error, proxied);
      });
    const { status, headers, data: body } = response;
    const fault = faultOfAnswer({ status, headers, body }, proxied);
    if (fault) throw fault;
    if (!isJsonObject(body)) throw unusableReply("Clinc answered with something else than a JSON object");
    return parseReply(body);
  };
}
