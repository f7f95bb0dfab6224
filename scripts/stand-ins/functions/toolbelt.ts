import { EventEmitter } from "node:events";
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import type { Toolbelt, ToolbeltV1 } from "../../../src/runtime/toolbelt.ts";
import { type Secrets, secretClient } from "./secrets.ts";

/** Stand-ins for LivePerson's toolbelts, with the behaviour that was observed of each. */

/** V2: `core-functions-toolbelt`, without an HTTP client. */
export function toolbeltV2(secrets: Secrets): Toolbelt {
  return { SecretClient: () => secretClient(secrets) };
}

/** V1: `lp-faas-toolbelt`, whose HTTP client is request-promise behind an allowlist of host names. */
export function toolbeltV1(secrets: Secrets, allowedHosts: readonly string[]): ToolbeltV1 {
  return {
    SecretClient: () => secretClient(secrets),
    HTTPClient: () => (url, options) => {
      if (!allowedHosts.includes(new URL(url).hostname)) return Promise.resolve(refusedByProxy());
      return send(url, options);
    },
  };
}

/**
 * V1 as LivePerson's local command line tool imitates it: options about errors and full responses are ignored, a 2xx
 * is the bare body and anything else an error.
 */
export function toolbeltOfLocalTool(secrets: Secrets, allowedHosts: readonly string[]): ToolbeltV1 {
  return {
    SecretClient: () => secretClient(secrets),
    HTTPClient: () => async (url, options) => {
      if (!allowedHosts.includes(new URL(url).hostname)) return refusedByProxy();
      const { statusCode, body } = await send(url, options);
      if (statusCode >= 200 && statusCode < 300) return body;
      throw Object.assign(new Error(`HTTP Error: ${statusCode}`), { statusCode, error: body });
    },
  };
}

function refusedByProxy() {
  const body = "You do not have access to the page or resource you are trying to reach\n";
  return { statusCode: 403, headers: { "content-type": "text/plain" }, body };
}

type FullResponse = { statusCode: number; headers: Record<string, unknown>; body: string };

/**
 * request-promise with `simple: false, resolveWithFullResponse: true`: errors arrive wrapped as `RequestError`, the
 * timeout is one of silence, and the promise can be aborted and tells what arrives while it does.
 */
function send(
  url: string,
  {
    method,
    headers,
    body = "",
    timeout,
  }: { method: string; headers: Record<string, string>; body?: string | undefined; timeout: number },
): Promise<FullResponse> & { abort(): void; on(event: "data", listener: (chunk: Buffer) => void): void } {
  const arrivals = new EventEmitter();
  let abort = () => {};
  const answer = new Promise<FullResponse>((resolve, reject) => {
    const fail = (cause: Error) =>
      reject(Object.assign(new Error(String(cause)), { name: "RequestError", cause, error: cause }));
    const open = url.startsWith("https:") ? httpsRequest : httpRequest;
    const outgoing = open(
      url,
      { method, headers: { ...headers, "content-length": Buffer.byteLength(body) } },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => {
          chunks.push(chunk);
          arrivals.emit("data", chunk);
        });
        incoming.on("error", fail);
        incoming.on("end", () => {
          const statusCode = incoming.statusCode ?? 0;
          resolve({ statusCode, headers: incoming.headers, body: Buffer.concat(chunks).toString("utf8") });
        });
      },
    );
    if (timeout > 0) {
      outgoing.setTimeout(timeout, () =>
        outgoing.destroy(Object.assign(new Error("ESOCKETTIMEDOUT"), { code: "ESOCKETTIMEDOUT" })),
      );
    }
    outgoing.on("error", fail);
    outgoing.end(body);
    abort = () => outgoing.destroy();
  });
  return Object.assign(answer, {
    abort,
    on: (event: "data", listener: (chunk: Buffer) => void) => void arrivals.on(event, listener),
  });
}
