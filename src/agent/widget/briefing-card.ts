import type { BriefingAnswer } from "../api.ts";
import { type Trouble, troubleOf } from "./problem.ts";
import type { Briefing } from "./state.ts";
import { sentence, spoken } from "./written.ts";

/** A turn of the consumer with the bot. */
export type TurnLine = {
  at: number;
  name: string;
  score: number;
  /** How it was said, where not in words; what came of it, where the conversation did not simply go on. */
  remarks: string[];
};

/** The card with what Clinc knew. */
export type BriefingCard =
  | { kind: "asking" }
  | {
      kind: "known";
      why: string;
      at: number;
      details: Array<[label: string, value: string]>;
      turns: TurnLine[];
    }
  | { kind: "nothing"; trouble: Trouble };

const NONE: Trouble = {
  title: "No record of this conversation",
  text: "The bot kept none, or its time is over. The transcript has all that was said.",
  canRetry: true,
};

const UNAVAILABLE: Trouble = {
  title: "The record cannot be read now",
  text: "LivePerson’s store does not answer. Suggestions still work.",
  canRetry: true,
};

export function briefingCard(briefing: Briefing): BriefingCard {
  switch (briefing.kind) {
    case "failed":
      return { kind: "nothing", trouble: troubleOf(briefing.problem) };
    case "answered":
      return cardOf(briefing.answer);
    default:
      return { kind: "asking" };
  }
}

function cardOf({ status, why = "", turns = [], at = 0 }: BriefingAnswer): BriefingCard {
  if (status !== "ok") return { kind: "nothing", trouble: status === "none" ? NONE : UNAVAILABLE };
  const newestFirst = [...turns].reverse();
  // Of a detail that was given more than once the last counts.
  const details = new Map(turns.flatMap((turn) => Object.entries(turn.details ?? {})));
  return { kind: "known", why: sentence(why), at, details: [...details], turns: newestFirst.map(lineOf) };
}

const SAID: Record<string, string> = { location: "shared a location", welcome: "opened the conversation" };
const CAME: Record<string, string> = { transfer: "handed over", close: "closed", native: "" };

function lineOf({
  at,
  said,
  intent,
  name,
  score,
  outcome,
}: NonNullable<BriefingAnswer["turns"]>[number]): TurnLine {
  const remarks = [SAID[said] ?? "", CAME[outcome] ?? ""].filter((remark) => remark !== "");
  return { at, name: spoken(name || intent) || "no intent", score, remarks };
}
