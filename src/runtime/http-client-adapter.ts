import type { AxiosAdapter, AxiosResponse, InternalAxiosRequestConfig } from "axios";
import { Deadline } from "./deadline.ts";
import { answerHeaders, late, noAnswer, outgoing, tooLong } from "./http-exchange.ts";
import { isJsonObject, type JsonObject } from "./tolerant.ts";
import type { ToolbeltV1 } from "./toolbelt.ts";

/**
 * Lets axios send through V1's `Toolbelt.HTTPClient()`, the only client that is documented to pass LivePerson's proxy.
 *
 * Two styles of answer exist. The platform's client is request-promise: with the options below it resolves
 * `{statusCode, headers, body}` for every status. The stand-in of LivePerson's local command line tool ignores those
 * options: it resolves the bare body for a 2xx, an empty one for a 204, and rejects with `statusCode` and `error` (the
 * body) for the rest.
 *
 * What arrives is counted while it does, and stopped at `maxContentLength` bytes: request-promise's promise emits `data`.
 * The local tool's bare promise does not, so there an endless answer goes on until the time is up, and only what is whole
 * by then is measured.
 *
 * @see https://developers.liveperson.com/liveperson-functions-getting-started-development-deep-dive-ui.html
 */
export function httpClientAdapter(toolbelt: ToolbeltV1): AxiosAdapter {
  return async (config) => {
    const { url, timeout, request } = outgoing(config);
    const running = toolbelt.HTTPClient()(url, {
      ...request,
      timeout,
      simple: false,
      resolveWithFullResponse: true,
      followRedirect: false,
    });
    const stop = () => {
      abort(running);
      return late();
    };
    const answered = await new Deadline(timeout).within(whole(running, config), stop).catch((error) => {
      if (isJsonObject(error) && typeof error.statusCode === "number") return rejectedResponse(error);
      throw noAnswer(error);
    });
    return toAxiosResponse(answered, config);
  };
}

/** The outcome of a request; ends it with an error as soon as too much has come. */
function whole(request: unknown, config: InternalAxiosRequestConfig): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let read = 0;
    const count: Listener = (chunk) => {
      read += chunk?.length ?? 0;
      const error = tooLong(read, config);
      if (!error) return;
      abort(request);
      reject(error);
    };
    attempt(() => (request as Stream).on("data", count));
    Promise.resolve(request).then(resolve, reject);
  });
}

type Listener = (chunk?: { length?: number }) => void;
type Stream = { on(event: "data", listener: Listener): void; abort(): void };

function abort(request: unknown): void {
  attempt(() => (request as Stream).abort());
}

/** Not every client can: the toolbelt may hand out a bare promise. Then the socket stays the toolbelt's own business. */
function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // The turn ends all the same.
  }
}

function rejectedResponse(error: JsonObject): JsonObject {
  const response = isJsonObject(error.response) ? error.response : {};
  return { statusCode: error.statusCode, headers: response.headers, body: error.error };
}

function toAxiosResponse(answered: unknown, config: InternalAxiosRequestConfig): AxiosResponse {
  const isFull = isJsonObject(answered) && typeof answered.statusCode === "number";
  const full = isFull ? answered : { statusCode: answered ? 200 : 204, headers: {}, body: answered };
  const data = full.body;
  const error = typeof data === "string" ? tooLong(data.length, config) : undefined;
  if (error) throw error;
  const given = isJsonObject(full.headers) ? full.headers : {};
  const headers = answerHeaders((name) => given[name]);
  return { data, status: full.statusCode as number, statusText: "", headers, config };
}
