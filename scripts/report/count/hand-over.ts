import { NAME_VARIABLES } from "../../../src/answer/variables.ts";
import { type Environment, valuesOf } from "../../../src/runtime/variables.ts";
import type { Turn } from "../read/line.ts";
import { SWITCHED_OFF } from "./off-turns.ts";

/** Why the bot handed over; `fault` with its reason. */
export type HandOverKind = "asked_for_a_person" | "misunderstood" | "authored" | "switched_off" | "fault";

/** The names by which the bank's AI says what it wants, as the function has them. */
export type Names = { transfer: readonly string[]; outOfScope: readonly string[] };

/** @param complaints gets a sentence for each wrong variable; its default is used */
export function namesIn(environment: Environment, complaints: string[]): Names {
  const values = valuesOf(environment, NAME_VARIABLES, complaints);
  return {
    transfer: plain(values.TRANSFER_COMPETENCIES),
    outOfScope: plain(values.OUT_OF_SCOPE_COMPETENCIES),
  };
}

/** Whether Clinc did not understand, by the intent of the turn. */
export function isMisunderstood({ intent = "", fault }: Turn, { outOfScope }: Names): boolean {
  return fault === undefined && partsOf(intent).some((part) => outOfScope.includes(part));
}

/** Why a turn handed over, as far as its line tells. What neither a name nor a fault explains, an author wrote. */
export function kindOfHandOver(turn: Turn, names: Names): HandOverKind {
  if (turn.fault !== undefined) return "fault";
  if (turn.intent === SWITCHED_OFF) return "switched_off";
  if (isMisunderstood(turn, names)) return "misunderstood";
  const isAsked = partsOf(turn.intent ?? "").some((part) => names.transfer.includes(part));
  return isAsked ? "asked_for_a_person" : "authored";
}

function partsOf(intent: string): string[] {
  return plain(intent.split("&"));
}

function plain(names: readonly string[]): string[] {
  return names.map((name) => name.replace(/_(start|update)$/i, "").toLowerCase());
}
