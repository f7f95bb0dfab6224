import * as z from "zod/mini";
import { isBlank } from "../runtime/characters.ts";
import { length } from "../runtime/graphemes.ts";

/**
 * What the widget and the desk say to each other: JSON by `POST`, from the desk's own origin. All but `/api/session`
 * want `Authorization: Bearer <token>`. A request is checked strictly: a field that is not named here is refused.
 */

/** Most characters of the consumer's words. */
export const LONGEST_TEXT = 1_000;

/** LivePerson's id of a conversation. */
export const conversationId = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,100}$/));

/** A line of the transcript: LivePerson's `<dialog>::<sequence>`, or what the widget takes where a line has no id. */
const messageId = z.string().check(z.regex(/^[A-Za-z0-9_:.-]{1,200}$/));

/** What the desk has sealed, in its compact form. */
const sealed = z.string().check(z.regex(/^[\w-]+(\.[\w-]*){4}$/), z.maxLength(7_000));

/** 32 random bytes or more, in Base64url; RFC 7636 calls such a code verifier. */
const verifier = z.string().check(z.regex(/^[\w.~-]{43,128}$/));

/**
 * `POST /api/session`: with the one-time code of a sign-in, and its verifier where the sign-in began with a challenge;
 * with a token that still counts, for the next one; with nothing, where `DESK_SIGN_IN` is `none`.
 */
export const sessionRequest = z.union([
  z.strictObject({ code: sealed, verifier: z.optional(verifier) }),
  z.strictObject({ token: sealed }),
  z.strictObject({}),
]);

/** `POST /api/briefing` */
export const briefingRequest = z.strictObject({ conversationId });

/** `POST /api/suggestion`: what the consumer wrote, and in which line. */
export const suggestionRequest = z.strictObject({
  conversationId,
  messageId,
  text: z.string().check(z.refine((text) => !isBlank(text) && length(text) <= LONGEST_TEXT)),
});

/** `POST /api/feedback`: what became of a suggestion; answered with 204. */
export const feedbackRequest = z.strictObject({
  conversationId,
  suggestionId: sealed,
  event: z.enum(["shown", "used", "copied", "good", "bad", "retired"]),
});

/** Who is signed in, and for how many seconds the token counts; whether suggestions are asked for, and by whom. */
export const sessionAnswer = z.strictObject({
  token: z.string(),
  expiresIn: z.int().check(z.positive()),
  agent: z.strictObject({ id: z.string(), name: z.optional(z.string()) }),
  suggest: z.enum(["manual", "auto", "off"]),
});

/** Times are milliseconds since the epoch, scores 0 to 1, details masked. */
const briefingTurn = z.strictObject({
  at: z.number(),
  said: z.string(),
  intent: z.string(),
  name: z.string(),
  score: z.number(),
  outcome: z.string(),
  state: z.optional(z.string()),
  details: z.optional(z.record(z.string(), z.string())),
});

/** What Clinc knew of a conversation, its turns with the oldest first; a store that is down is `unavailable`, not an error. */
export const briefingAnswer = z.strictObject({
  status: z.enum(["ok", "none", "unavailable"]),
  why: z.optional(z.string()),
  turns: z.optional(z.array(briefingTurn)),
  at: z.optional(z.number()),
});

/** A draft for the agent, or why there is none. `id` is for feedback, `messageId` the line that it answers. */
export const suggestionAnswer = z.strictObject({
  id: z.string(),
  messageId: z.string(),
  status: z.enum(["ok", "low_score", "out_of_scope", "refused", "too_short", "off", "unavailable"]),
  text: z.optional(z.string()),
  intent: z.optional(z.string()),
  score: z.optional(z.number()),
});

/** Why a call was not done; `retryAfter` in seconds. */
export const errorAnswer = z.strictObject({
  error: z.strictObject({
    code: z.enum(["sign_in_required", "not_assigned", "too_many", "bad_request", "not_found", "unavailable"]),
    retryAfter: z.optional(z.int().check(z.positive())),
  }),
});

/**
 * What stands behind the `#` where a sign-in ends: `code=…` or `error=…`. In the frame that is `/`; a sign-in that began
 * with a challenge ends at `/signed-in.html`, which sends its opener a {@link SignedInMessage} and shows the code.
 *
 * `denied` by the provider or the agent; `not_allowed` to use the desk; `no_cookie`: it took too long, or the browser
 * keeps none in this frame; `too_many` sign-ins; `unavailable`: the provider.
 */
export type SignInError = "denied" | "not_allowed" | "no_cookie" | "too_many" | "unavailable";

/** What the popup of a sign-in sends its opener, at the desk's own origin. */
export type SignedInMessage = { type: "clinc-desk-sign-in"; code?: string; error?: string };

export type SessionRequest = z.infer<typeof sessionRequest>;
export type BriefingRequest = z.infer<typeof briefingRequest>;
export type SuggestionRequest = z.infer<typeof suggestionRequest>;
export type FeedbackRequest = z.infer<typeof feedbackRequest>;
export type SessionAnswer = z.infer<typeof sessionAnswer>;
export type BriefingAnswer = z.infer<typeof briefingAnswer>;
export type SuggestionAnswer = z.infer<typeof suggestionAnswer>;
export type ErrorAnswer = z.infer<typeof errorAnswer>;
export type ErrorCode = ErrorAnswer["error"]["code"];
