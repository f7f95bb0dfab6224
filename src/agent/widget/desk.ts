import type {
  BriefingAnswer,
  ErrorCode,
  FeedbackRequest,
  SessionAnswer,
  SessionRequest,
  SuggestionAnswer,
  SuggestionRequest,
} from "../api.ts";
import type { Came } from "./happening.ts";
import type { Problem } from "./state.ts";

/** Longer than the desk takes for its own answer when Clinc is as slow as it may be. */
const PATIENCE_MS = 30_000;

/** Renewed this long before the token ends, so that no call meets its end. */
const MARGIN_S = 90;

/**
 * The desk, from which this page came. The token lives in this object alone: neither storage nor address ever holds it.
 */
export class Desk {
  #token = "";
  #renewing: Promise<boolean> | undefined;
  #renewal: ReturnType<typeof setTimeout> | undefined;

  /** Opens a session: with the one-time code of a sign-in, or with nothing where the desk asks for none. */
  async open(request: SessionRequest): Promise<Came<SessionAnswer>> {
    const came = await post<SessionAnswer>("/api/session", request);
    if ("answer" in came) this.#keep(came.answer);
    return came;
  }

  /** What Clinc knew of the conversation. */
  briefing(conversationId: string): Promise<Came<BriefingAnswer>> {
    return this.#ask("/api/briefing", { conversationId });
  }

  /** A draft for an answer to these words. */
  suggestion(request: SuggestionRequest): Promise<Came<SuggestionAnswer>> {
    return this.#ask("/api/suggestion", request);
  }

  /** What became of a suggestion. Nobody waits for it, and nobody is troubled when it is lost. */
  async tell(request: FeedbackRequest): Promise<void> {
    await this.#ask("/api/feedback", request);
  }

  /** A token that has just ended is renewed without a word, and the call made once more. */
  async #ask<Answer>(path: string, body: unknown): Promise<Came<Answer>> {
    const token = this.#token;
    const came = await post<Answer>(path, body, token);
    if (!isSignedOut(came)) return came;
    const isRenewed = token !== this.#token || (await this.#renew());
    return isRenewed ? post(path, body, this.#token) : came;
  }

  /** Once, however many calls have met the end of the same token. */
  #renew(): Promise<boolean> {
    const token = this.#token;
    if (token === "") return Promise.resolve(false);
    this.#renewing ??= this.open({ token })
      .then((came) => "answer" in came)
      .finally(() => {
        this.#renewing = undefined;
      });
    return this.#renewing;
  }

  #keep({ token, expiresIn }: SessionAnswer): void {
    this.#token = token;
    clearTimeout(this.#renewal);
    this.#renewal = setTimeout(
      () => void this.#renew(),
      Math.max(expiresIn - MARGIN_S, expiresIn / 2) * 1_000,
    );
  }
}

function isSignedOut(came: Came<unknown>): boolean {
  return "problem" in came && came.problem.code === "sign_in_required";
}

async function post<Answer>(path: string, body: unknown, token = ""): Promise<Came<Answer>> {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    // The desk's own page: what it answers is what its side of the contract says.
    if (response.status === 204) return { answer: undefined as Answer };
    if (response.ok) return { answer: (await response.json()) as Answer };
    return { problem: await problemIn(response) };
  } catch {
    return { problem: { code: "unavailable" } };
  }
}

/** A proxy in between may answer in its own way: then the status alone tells. */
async function problemIn(response: Response): Promise<Problem> {
  const answer: { error?: { code?: string; retryAfter?: number } } | null = await response
    .json()
    .catch(() => null);
  const { code, retryAfter } = answer?.error ?? {};
  const known = CODES.find((one) => one === code) ?? BY_STATUS[response.status] ?? "unavailable";
  const seconds = retryAfter ?? Number(response.headers.get("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) ? { code: known, until: Date.now() + seconds * 1_000 } : { code: known };
}

const CODES: readonly ErrorCode[] = [
  "sign_in_required",
  "not_assigned",
  "too_many",
  "bad_request",
  "not_found",
  "unavailable",
];

const BY_STATUS: Record<number, ErrorCode> = {
  401: "sign_in_required",
  403: "not_assigned",
  429: "too_many",
};
