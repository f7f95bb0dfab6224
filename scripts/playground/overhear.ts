import { performance } from "node:perf_hooks";
import type { Toolbelt } from "../../src/runtime/toolbelt.ts";
import { fromJson } from "../kit/json.ts";
import { UnderWay } from "../kit/under-way.ts";
import { isTooDeep } from "./depth.ts";
import type { ExchangeView } from "./view.ts";

/**
 * Listens to what a function says to Clinc and to its record without a word of its own: to V1's HTTP client, and to the `fetch` of V2.
 */
const listeners = new UnderWay<Ear>();

/** What was heard, and how to note the time of what has not ended yet. */
type Ear = { exchanges: ExchangeView[]; open: Set<() => void> };

/** Enough of an answer to see what is wrong with it. */
const KEPT_CHARACTERS = 100_000;

/** @returns what `work` came to, and every exchange on the way */
export async function overhear<Result>(
  work: () => Promise<Result>,
): Promise<{ result: Result; exchanges: ExchangeView[] }> {
  listenToFetch();
  const ear: Ear = { exchanges: [], open: new Set() };
  const result = await listeners.during(ear, work);
  for (const note of ear.open) note();
  return { result, exchanges: structuredClone(ear.exchanges) };
}

/** A toolbelt whose HTTP client is listened to; V2's has none. */
export function overheardToolbelt(toolbelt: Toolbelt): Toolbelt {
  const { HTTPClient } = toolbelt;
  if (HTTPClient === undefined) return toolbelt;
  return {
    ...toolbelt,
    HTTPClient: () => async (url, options) => {
      const exchange = begin(url, options);
      try {
        const answer = await HTTPClient()(url, options);
        const { statusCode, headers, body } = answer as { statusCode: number; headers: object; body: string };
        exchange.answered(statusCode, { ...headers }, body);
        return answer;
      } catch (error) {
        exchange.failed(error);
        throw error;
      }
    },
  };
}

let isListening = false;

function listenToFetch(): void {
  if (isListening) return;
  isListening = true;
  const original = globalThis.fetch;
  globalThis.fetch = async (address, options) => {
    if (listeners.value === undefined) return original(address, options);
    const exchange = begin(String(address), options ?? {});
    try {
      const response = await original(address, options);
      let body = "";
      const decoder = new TextDecoder();
      const told = () => exchange.answered(response.status, Object.fromEntries(response.headers), body);
      told();
      const tap = new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          if (body.length < KEPT_CHARACTERS) body += decoder.decode(chunk, { stream: true });
          told();
          controller.enqueue(chunk);
        },
      });
      return new Response(response.body?.pipeThrough(tap) ?? null, response);
    } catch (error) {
      exchange.failed(error);
      throw error;
    }
  };
}

function begin(url: string, options: { method?: unknown; headers?: unknown; body?: unknown }) {
  const startedAt = performance.now();
  const headers = { ...(options.headers as Record<string, string>) };
  const exchange: ExchangeView = {
    // Clinc has never heard of this key.
    to: "maven-api-key" in headers ? "the record" : "Clinc",
    request: {
      method: String(options.method),
      url,
      headers,
      body: readable(String(options.body ?? "")),
    },
    milliseconds: 0,
  };
  const ear = listeners.value;
  const note = () => {
    exchange.milliseconds = performance.now() - startedAt;
  };
  const ended = () => {
    note();
    ear?.open.delete(note);
  };
  ear?.exchanges.push(exchange);
  ear?.open.add(note);
  return {
    answered(status: number, headers: Record<string, unknown>, body: string) {
      exchange.answer = { status, headers, body: readable(body) };
      ended();
    },
    failed(error: unknown) {
      const { message, cause } = error as Error;
      exchange.failure = cause instanceof Error ? `${message}: ${cause.message}` : message;
      ended();
    },
  };
}

/** JSON as what it says; any other text as it is, up to a length. */
function readable(text: string): unknown {
  if (text.length > KEPT_CHARACTERS) return `${text.slice(0, KEPT_CHARACTERS)}…`;
  const value = fromJson(text);
  return value === undefined || isTooDeep(value) ? text : value;
}
