import type { SuggestionAnswer } from "../api.ts";
import { type Trouble, troubleOf } from "./problem.ts";
import { draftOf, openLine, type State } from "./state.ts";
import { percent, spoken } from "./written.ts";

/** The consumer's line that is to be answered. */
export type Quote = { text: string; at: number };

/** The card with the suggested reply. */
export type SuggestionCard =
  | { kind: "waiting"; text: string }
  | { kind: "offer"; quote: Quote }
  | { kind: "asking"; quote: Quote }
  | {
      kind: "draft";
      quote: Quote;
      id: string;
      text: string;
      /** What Clinc understood, `""` where it does not say; and how sure it is, 0 to 1. */
      intent: string;
      score: number | undefined;
      isUsed: boolean;
      isCopied: boolean;
      rating: "good" | "bad" | "";
      refused: "use" | "copy" | "";
    }
  | { kind: "nothing"; quote: Quote; trouble: Trouble };

export function suggestionCard(state: State): SuggestionCard {
  const { suggestion, newest } = state;
  const line = openLine(state);
  if (!line) return { kind: "waiting", text: waitingFor(newest) };
  const quote = { text: line.text, at: line.at };
  switch (suggestion.kind) {
    case "unasked":
      return state.session.kind === "open" && state.session.suggest === "manual"
        ? { kind: "offer", quote }
        : { kind: "asking", quote };
    case "asking":
      return { kind: "asking", quote };
    case "failed":
      return { kind: "nothing", quote, trouble: troubleOf(suggestion.problem) };
    case "answered": {
      const draft = draftOf(state);
      if (!draft) return { kind: "nothing", quote, trouble: reasonOf(suggestion.answer) };
      const { id, text, intent = "", score } = draft;
      const { isUsed, isCopied, rating = "", refused = "" } = suggestion;
      const fate = { isUsed, isCopied, rating, refused } as const;
      return { kind: "draft", quote, id, text, intent: spoken(intent), score, ...fate };
    }
  }
}

function waitingFor(newest: State["newest"]): string {
  if (!newest) return "The consumer’s next message brings a suggestion.";
  if (newest.by === "consumer") return "The consumer’s last message has no text that Clinc could answer.";
  return "Nothing to answer now. The consumer’s next message brings a suggestion.";
}

/** Why Clinc suggests nothing, by the desk's `status`. */
function reasonOf({ status, intent = "", score }: SuggestionAnswer): Trouble {
  const guess =
    intent === "" ? "" : `“${spoken(intent)}”${score === undefined ? "" : ` (${percent(score)})`}`;
  switch (status) {
    case "low_score":
      return no(
        "Clinc is not sure enough",
        guess ? `Its best guess was ${guess}.` : "It found no answer that is likely enough.",
      );
    case "out_of_scope":
      return no("Outside of what Clinc knows", "Nothing that it was taught fits these words.");
    case "refused":
      return no(
        "This one is yours",
        `${guess || "This matter"} is left to people: Clinc drafts no reply to it.`,
      );
    case "too_short":
      return no("Too short to suggest from", "Clinc is asked when there are a few words more.");
    case "off":
      return no(
        "Suggestions are switched off",
        "Your administrator can turn them on, with an AI version for them alone.",
      );
    case "unavailable":
      return {
        title: "Clinc does not answer",
        text: "No suggestion this time; the briefing still works.",
        canRetry: true,
      };
    default:
      return no("No suggestion", "Clinc answered without words.");
  }
}

function no(title: string, text: string): Trouble {
  return { title, text, canRetry: false };
}
