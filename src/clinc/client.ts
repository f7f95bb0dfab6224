import axios from "axios";
import type { Deadline } from "../runtime/deadline.ts";
import { isJsonObject } from "../runtime/tolerant.ts";
import type { Transport } from "../runtime/transport.ts";
import type { ClincAccess } from "./access.ts";
import { faultOfAnswer, faultOfSilence, unusableReply } from "./faults.ts";
import type { ClincQuery } from "./query.ts";
import { type ClincReply, parseReply } from "./reply.ts";

/** Sends one query, once. */
export type PostQuery = (query: ClincQuery, access: ClincAccess, deadline: Deadline) => Promise<ClincReply>;

/** A Clinc reply is a few kilobytes. Whoever sends more is not read further, where the platform's client lets us count. */
const MAX_REPLY_LENGTH = 1_000_000;

/**
 * The client of the Clinc Query API: `POST <host>/v1/query` with an App-Key.
 *
 * Keep-alive and sockets are the platform's business; the client only knows axios, and axios only our two adapters.
 *
 * @see https://api.clinc.com/platform/documentation/v2/platform_reference/query_endpoint.html
 * @throws {Fault} for everything but a JSON object as answer
 */
export function clincClient({ adapter, proxied }: Transport): PostQuery {
  const http = axios.create({
    adapter,
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    maxContentLength: MAX_REPLY_LENGTH,
    validateStatus: () => true,
    transformRequest: [(query: ClincQuery) => JSON.stringify(query)],
    transformResponse: [(body: unknown) => (typeof body === "string" ? fromJson(body) : body)],
  });
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

/**
 * What is no JSON stays a text: an error page, or LivePerson's proxy. `fetch` takes a byte order mark away, V1's client
 * does not; for `trim` it is white space as well.
 */
function fromJson(text: string): unknown {
  try {
    return JSON.parse(text.trim());
  } catch {
    return text;
  }
}
