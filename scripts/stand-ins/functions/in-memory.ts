import type { Toolbelt } from "../../../src/runtime/toolbelt.ts";
import type { Secrets } from "./secrets.ts";
import { toolbeltV2 } from "./toolbelt.ts";

/** A request as it would go over the network; the body of one that has none is `""`. */
export type InMemoryRequest = { method: string; url: string; headers: Record<string, string>; body: string };

/** What comes back; headers by their names in small letters. */
export type InMemoryAnswer = { status: number; headers?: Record<string, string>; body: string };

/** The other end of the line. It may never settle, and it may fail as a socket does. */
export type Respond = (request: InMemoryRequest) => Promise<InMemoryAnswer>;

/** V1's toolbelt, with an HTTP client that reaches `respond` and no network. */
export function toolbeltV1InMemory(secrets: Secrets, respond: Respond): Toolbelt {
  return {
    ...toolbeltV2(secrets),
    HTTPClient:
      () =>
      async (url, { method, headers, body = "" }) => {
        const { status, ...answer } = await respond({ method, url, headers, body });
        return { statusCode: status, headers: {}, ...answer };
      },
  };
}

/**
 * Puts a `fetch` in place that reaches `respond` and no network; V2 has no other client.
 *
 * @returns what puts the former one back
 */
export function fetchInMemory(respond: Respond): () => void {
  const former = globalThis.fetch;
  globalThis.fetch = async (input, { method = "GET", headers, body, signal } = {}) => {
    const request = {
      method,
      url: String(input),
      headers: headers as Record<string, string>,
      body: String(body ?? ""),
    };
    const answer = await Promise.race([respond(request), aborted(signal)]);
    return new Response(answer.body || null, answer);
  };
  return () => {
    globalThis.fetch = former;
  };
}

function aborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
