import type { ErrorAnswer, ErrorCode } from "../api.ts";

/** A call that is not done. */
export class Refusal extends Error {
  override readonly name = "Refusal";

  /**
   * @param retryAfter seconds after which the call may be repeated
   * @param status where it is not the usual one of the code
   */
  constructor(
    readonly code: ErrorCode,
    { retryAfter, status = STATUS[code] }: { retryAfter?: number; status?: number } = {},
  ) {
    super(code);
    this.status = status;
    this.retryAfter = retryAfter;
  }

  readonly status: number;
  readonly retryAfter: number | undefined;

  /** As the widget gets to know it. */
  response(): Response {
    const { code, retryAfter, status } = this;
    const body: ErrorAnswer = { error: { code, ...(retryAfter !== undefined && { retryAfter }) } };
    const headers = retryAfter === undefined ? {} : { "Retry-After": String(retryAfter) };
    return Response.json(body, { status, headers });
  }
}

const STATUS: Record<ErrorCode, number> = {
  bad_request: 400,
  sign_in_required: 401,
  not_assigned: 403,
  not_found: 404,
  too_many: 429,
  unavailable: 503,
};
