import { errorCode } from "../../src/runtime/fault.ts";
import { AccountFailure } from "./failure.ts";

/** What a server answered. */
export type HttpAnswer = { status: number; text: string };

/** What one call may take; a server that goes beyond is not listened to any longer. */
export type Limits = { milliseconds: number; bytes: number };

/** A list of fifty functions with 100,000 characters of code each takes 5 MB. */
export const LIMITS: Limits = { milliseconds: 30_000, bytes: 20_000_000 };

/** The server could not be reached, or broke off. */
class Unreachable extends AccountFailure {
  override readonly name = "Unreachable";

  constructor(address: string, cause: unknown) {
    const code = errorCode(cause);
    super(`${address} could not be reached${code && ` (${code})`}`, "check the network, and the address");
  }
}

/** The server went on beyond the limits. */
class Endless extends AccountFailure {
  override readonly name = "Endless";

  constructor(address: string, limit: string) {
    super(
      `${address} did not end its answer within ${limit}`,
      "look in LivePerson Functions at what has been done, and try again",
    );
  }
}

/**
 * Sends one request, and follows no redirect: whoever stands there would get the token and the code.
 *
 * @throws {AccountFailure} when there is no whole answer within the limits
 */
export async function request(url: URL, call: RequestInit, limits: Limits): Promise<HttpAnswer> {
  const address = url.origin + url.pathname;
  const signal = AbortSignal.timeout(limits.milliseconds);
  try {
    const response = await fetch(url, { ...call, redirect: "manual", signal });
    const text = await textOf(response, limits.bytes);
    if (text === undefined) throw new Endless(address, `${limits.bytes / 1_000_000} MB`);
    return { status: response.status, text };
  } catch (error) {
    if (error instanceof AccountFailure) throw error;
    if (signal.aborted) throw new Endless(address, `${limits.milliseconds / 1_000} seconds`);
    throw new Unreachable(address, error);
  }
}

/** @returns `undefined` for a body that is longer */
async function textOf({ body }: Response, most: number): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > most) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
