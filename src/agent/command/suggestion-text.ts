import { spoken } from "../../answer/answer.ts";
import { cut } from "../../runtime/graphemes.ts";
import type { Suggestion } from "../suggestion.ts";
import { MOST_CHARACTERS } from "./fit.ts";
import { whatToDo } from "./what-to-do.ts";

/**
 * A suggestion as an agent reads it: the draft, and how sure Clinc is; or why there is none.
 *
 * @param fewestWords with which Clinc is asked
 */
export function suggestionText(suggestion: Suggestion, fewestWords: number): string {
  const { text = "", intent, score = 0 } = suggestion;
  const about = intent === undefined ? "" : ` (${spoken(intent)}, ${score.toFixed(2)})`;
  switch (suggestion.status) {
    case "ok":
      return cut(`Suggested reply${about}:\n\n${text}`, MOST_CHARACTERS);
    case "low_score":
      return `No suggestion: Clinc is not sure what is meant${about}. Try it in other words.`;
    case "out_of_scope":
      return `No suggestion: Clinc does not know about this${about}. Try it in other words, or answer yourself.`;
    case "refused":
      return `No suggestion: Clinc's answer to this is not one to pass on${about}. Answer yourself.`;
    case "too_short":
      return `Too little to ask Clinc with: type at least ${fewestWords} words behind the command, best those of the consumer.`;
    case "off":
      return `Suggestions are off. ${whatToDo(suggestion.fault)} ${BRIEFING}`;
    case "unavailable":
      return `No suggestion: there is no answer of Clinc. ${whatToDo(suggestion.fault)} ${BRIEFING}`;
  }
}

/** The other half does not need Clinc. */
const BRIEFING = "For what the bot knew, type the command alone.";
