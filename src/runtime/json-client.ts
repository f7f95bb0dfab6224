import axios, { type AxiosInstance } from "axios";
import type { Transport } from "./transport.ts";

/** A real answer is a few kilobytes. Whoever sends more is not read further, where the platform's client lets us count. */
const MAX_ANSWER_LENGTH = 1_000_000;

/**
 * A client that sends JSON and reads JSON, and takes every status for an answer.
 *
 * Keep-alive and sockets are the platform's business; a room's client only knows axios, and axios only our two adapters.
 */
export function jsonClient({ adapter }: Transport): Pick<AxiosInstance, "request"> {
  return axios.create({
    adapter,
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    maxContentLength: MAX_ANSWER_LENGTH,
    validateStatus: () => true,
    transformRequest: [(data: unknown) => JSON.stringify(data)],
    transformResponse: [(body: unknown) => (typeof body === "string" ? fromJson(body) : body)],
  });
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
