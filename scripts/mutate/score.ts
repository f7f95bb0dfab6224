import type { Mutant } from "./try-mutants.ts";

/** How many changes a test noticed, and how many none did. */
export type Score = { noticed: number; missed: number };

/** What is to be reached, in percent. */
export const GOAL = 85;

/** The rooms of `src` that are held to it. */
const WITH_GOAL = ["answer", "bot", "clinc", "record"];

/** Counts the changes; those that are left out on purpose, or that no engine would run, count nowhere. */
export function scoreOf(mutants: readonly Mutant[]): Score {
  const count = (...statuses: Mutant["status"][]) =>
    mutants.filter(({ status }) => statuses.includes(status)).length;
  return { noticed: count("Killed", "Timeout"), missed: mutants.filter(isMissed).length };
}

/** Whether no test noticed a change, because none minds it or none comes by. */
export function isMissed({ status }: Mutant): boolean {
  return status === "Survived" || status === "NoCoverage";
}

/** Whether a change was not tried. */
export function isLeftOut({ status }: Mutant): boolean {
  return status === "Ignored";
}

/** How many changes of what runs when a file is loaded were left out. */
export function skippedStatic(mutants: readonly Mutant[]): number {
  return mutants.filter((mutant) => isLeftOut(mutant) && mutant.static).length;
}

/** Noticed changes in percent; 100 where there is nothing to change. */
export function percentOf({ noticed, missed }: Score): number {
  return noticed + missed === 0 ? 100 : (100 * noticed) / (noticed + missed);
}

/** The changes by what they have in common, in order of its name. */
export function grouped(
  mutants: readonly Mutant[],
  by: (mutant: Mutant) => string,
): Array<[name: string, mutants: Mutant[]]> {
  const names = [...new Set(mutants.map(by))].sort();
  return names.map((name) => [name, mutants.filter((mutant) => by(mutant) === name)]);
}

/** The room of `src` that a file stands in, by its path from the project's top. */
export function roomOf(file: string): string {
  return file.split("/")[1] ?? "";
}

/** Whether a room of `src` is held to the goal. */
export function hasGoal(room: string): boolean {
  return WITH_GOAL.includes(room);
}

/** Whether a room has reached the goal; `undefined` for one that has none. */
export function hasReached(room: string, score: Score): boolean | undefined {
  return hasGoal(room) ? percentOf(score) >= GOAL : undefined;
}
