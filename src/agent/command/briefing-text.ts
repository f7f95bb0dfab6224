import { oneLine } from "../../runtime/characters.ts";
import type { BriefedTurn, Briefing } from "../briefing.ts";
import { fitted, MOST_CHARACTERS } from "./fit.ts";
import { whatToDo } from "./what-to-do.ts";

/** The details may not push everything else out. */
const MOST_OF_DETAILS = MOST_CHARACTERS / 2;

/**
 * A briefing as an agent reads it: why, what is known, and then what it was about, the newest first.
 *
 * @param now milliseconds since the epoch; the agent's time zone is not known, so times are told by how long ago they were
 * @param keptHours for which the bank keeps records
 */
export function briefingText(briefing: Briefing, now: number, keptHours: number): string {
  if (briefing.status === "unavailable")
    return `What the bot knew cannot be told. ${whatToDo(briefing.fault)} ${ASK_CLINC}`;
  if (briefing.status === "none")
    return `The bot has no record of this conversation: it took no part in it, or that was more than ${keptHours} hours ago. ${ASK_CLINC}`;
  const { why, turns } = briefing;
  const newestFirst = [...turns].reverse();
  const details = detailLines(newestFirst);
  return fitted([
    why ? `Handed over by the bot: ${oneLine(why)}.` : "The bot has not handed this conversation over.",
    ...(details.length > 0 ? fitted(details, MOST_OF_DETAILS).split("\n") : []),
    turns.length > 0 ? "Last intents, the newest first:" : "Clinc has answered nothing in it.",
    ...newestFirst.map((turn) => turnLine(turn, now)),
  ]);
}

/** The other half does not need the record. */
const ASK_CLINC = "For a suggested reply, type the consumer's words behind the command.";

/** Of each label the newest value. */
function detailLines(newestFirst: readonly BriefedTurn[]): string[] {
  const known = new Map<string, string>();
  for (const [label, value] of newestFirst.flatMap(({ details = {} }) => Object.entries(details)))
    if (!known.has(label)) known.set(label, value);
  return [...known].map(([label, value]) => oneLine(`${label}: ${value}`));
}

const BECAME: Record<string, string> = { transfer: ", handed over", close: ", closed" };

function turnLine({ at, name, score, outcome }: BriefedTurn, now: number): string {
  return `- ${oneLine(name)} (${score.toFixed(2)}), ${ago(now - at)}${BECAME[outcome] ?? ""}`;
}

const MINUTE_MS = 60_000;

function ago(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / MINUTE_MS);
  if (minutes < 1) return "just now";
  return minutes < 120 ? `${minutes} min ago` : `${Math.floor(minutes / 60)} h ago`;
}
