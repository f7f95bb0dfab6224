import { isJsonObject } from "./tolerant.ts";

/** Whose turn it is to act: the bank's settings, the way to Clinc, Clinc itself, or the contract between the parties. */
export type Responsible = "settings" | "network" | "clinc" | "contract";

/** What remains to be done where LivePerson itself has trouble. */
export const LASTING = "if this lasts, open a case with LivePerson";

/** What is kept of the error behind a fault: never a library's object, which holds request, key and texts. */
export type StrippedCause = { name: string; code?: string; status?: number };

/** What is known of a fault besides its name. */
export type FaultDetails = {
  cause?: unknown;
  status?: number | undefined;
  retryAfterMs?: number | undefined;
  /** Left out, it is true for wrong settings and for what may be asked again. */
  isUnprocessed?: boolean;
};

/**
 * Why a turn could not be answered by Clinc. Neither message nor cause may hold a secret or consumer text: both
 * reach logs, and on a failed turn LivePerson itself.
 */
export class Fault extends Error {
  override readonly name = "Fault";
  readonly responsible: Responsible;
  /** Short machine-readable reason; it becomes the `intentId` that the agent sees. */
  readonly reason: string;
  /** What the operator should do next. */
  readonly remedy: string;
  /** Milliseconds after which the same request is safe to repeat; absent when it may have been processed. */
  readonly retryAfterMs: number | undefined;
  /** Whether Clinc certainly processed nothing. */
  readonly isUnprocessed: boolean;
  override readonly cause: StrippedCause | undefined;

  constructor(responsible: Responsible, reason: string, remedy: string, details: FaultDetails = {}) {
    super(`${reason}: ${remedy}`);
    this.responsible = responsible;
    this.reason = reason;
    this.remedy = remedy;
    this.retryAfterMs = details.retryAfterMs;
    const isRefused = responsible === "settings" || details.retryAfterMs !== undefined;
    this.isUnprocessed = details.isUnprocessed ?? isRefused;
    this.cause = strip(details.cause, details.status);
  }
}

/** What was thrown, as a fault; whatever is none was not foreseen. */
export function faultOf(error: unknown): Fault {
  if (error instanceof Fault) return error;
  const remedy = "this is a defect of the function itself; please report it with this line";
  return new Fault("contract", "internal_error", remedy, { cause: error });
}

/** All that the operator may know of a fault, on one line. */
export function told({ message, cause }: Fault): string {
  return `${message}${cause ? ` ${JSON.stringify(cause)}` : ""}`;
}

/** Node's and LivePerson's error codes are short identifiers; anything else might be a text and is left out. */
const CODE = /^[\w.-]{1,60}$/;

/** Copies the harmless part of an error: name, code and HTTP status. */
function strip(cause: unknown, status?: number): StrippedCause | undefined {
  const code = errorCode(cause);
  if (!isJsonObject(cause)) return status === undefined ? undefined : { name: "HttpStatus", status };
  const name = typeof cause.name === "string" && CODE.test(cause.name) ? cause.name : "Error";
  return { name, ...(code && { code }), ...(status !== undefined && { status }) };
}

/** The code of an error or of what caused it: `fetch` and request-promise both wrap the socket's error once or twice. */
export function errorCode(error: unknown, depth = 3): string {
  if (!isJsonObject(error) || depth === 0) return "";
  if (typeof error.code === "string" && CODE.test(error.code)) return error.code;
  return errorCode(error.cause, depth - 1) || errorCode(error.error, depth - 1);
}
