import type { BriefingAnswer, ErrorCode, SuggestionAnswer } from "../api.ts";
import type { Line } from "./lines.ts";

/** Who sits where, as LivePerson's workspace tells; `""` is not told. */
export type Seat = {
  conversation: string;
  /** Whose screen this is. */
  viewer: string;
  /** Whose conversation it is. */
  assigned: string;
  isSpectated: boolean;
  /** Chat, not messaging: what is put into the agent's input is markup there. */
  isChat: boolean;
};

/** Why a call to the desk came to nothing; `until` in milliseconds since the epoch, where it may be tried again then. */
export type Problem = { code: ErrorCode; until?: number };

/** Ways to sign in, the quietest first; the later ones are for providers and browsers that refuse the earlier. */
export type SignIn = {
  step: "quiet" | "popup" | "waiting" | "code";
  /** What came of the way before, or of the code. */
  trouble?: "popup_blocked" | "code_refused" | "refused" | "not_allowed" | "unavailable";
};

export type Session =
  | { kind: "none" }
  | { kind: "opening" }
  | { kind: "sign_in"; way: SignIn }
  | { kind: "failed"; problem: Problem }
  | { kind: "open"; suggest: "manual" | "auto" | "off" };

export type Briefing =
  | { kind: "unasked" }
  | { kind: "asking" }
  | { kind: "answered"; answer: BriefingAnswer }
  | { kind: "failed"; problem: Problem };

/** What there is to suggest for the newest line; never for any other. */
export type Suggestion =
  | { kind: "unasked" }
  | { kind: "asking" }
  | {
      kind: "answered";
      answer: SuggestionAnswer;
      isUsed: boolean;
      isCopied: boolean;
      rating?: "good" | "bad";
      /** What workspace or browser did not do. */
      refused?: "use" | "copy";
    }
  | { kind: "failed"; problem: Problem };

/** All that the widget knows. What it shows follows from it alone. */
export type State = {
  workspace: "connecting" | "connected" | "absent" | "blocked";
  seat: Seat;
  session: Session;
  /** The newest line that both sides read. */
  newest?: Line;
  /** Ids of all lines so far: some come twice. */
  seen: ReadonlySet<string>;
  briefing: Briefing;
  suggestion: Suggestion;
};

export const EMPTY_SEAT: Seat = {
  ...{ conversation: "", viewer: "", assigned: "" },
  ...{ isSpectated: false, isChat: false },
};

export const START: State = {
  workspace: "connecting",
  seat: EMPTY_SEAT,
  session: { kind: "none" },
  seen: new Set(),
  briefing: { kind: "unasked" },
  suggestion: { kind: "unasked" },
};

/** Whether somebody looks on who does not hold the conversation. A courtesy: the desk decides what anybody may have. */
export function isSpectator({ isSpectated, viewer, assigned }: Seat): boolean {
  return isSpectated || (viewer !== "" && assigned !== "" && viewer !== assigned);
}

/** The consumer's line that waits for an answer, if the newest is one. */
export function openLine({ newest }: State): Line | undefined {
  return newest?.by === "consumer" && newest.text.trim() !== "" ? newest : undefined;
}

/** The draft that may be used now; none for who looks on. */
export function draftOf({ suggestion, seat }: State): (SuggestionAnswer & { text: string }) | undefined {
  if (isSpectator(seat)) return undefined;
  if (suggestion.kind !== "answered" || suggestion.answer.status !== "ok") return undefined;
  const { text = "" } = suggestion.answer;
  return text === "" ? undefined : { ...suggestion.answer, text };
}
