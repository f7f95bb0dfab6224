import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { CommandFailure } from "../kit/command.ts";
import type { Change } from "./change.ts";

/** Where it is explained why no test minds a change, from the project's top. */
export const EXPLAINED_IN = "test/survivors.json";

/** A change that no test minds, by the code before and after it, and why none has to. */
const explanation = z.strictObject({ before: z.string(), after: z.string(), why: z.string() });
const explanations = z.record(z.string(), z.array(explanation));

/** What is explained, by file; `""` as `why` is still to be said. */
export type Explanations = z.infer<typeof explanations>;

const FILE = join(import.meta.dirname, "../..", EXPLAINED_IN);

/** @throws {CommandFailure} when it is not what it should be */
export function readExplanations(): Explanations {
  const read = explanations.safeParse(JSON.parse(readFileSync(FILE, "utf8")));
  if (read.success) return read.data;
  throw new CommandFailure(`${EXPLAINED_IN} is not as it should be: ${z.prettifyError(read.error)}`);
}

/** Writes them, the files in order of their names. */
export function writeExplanations(all: Explanations): void {
  const sorted = Object.fromEntries(Object.entries(all).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  writeFileSync(FILE, `${JSON.stringify(sorted, null, 2)}\n`);
}

/** Whether it is said of a change why no test minds it. */
export function isExplained(change: Change, ofFile: Explanations[string] = []): boolean {
  return ofFile.some((one) => isOf(one, change) && one.why.trim() !== "");
}

/**
 * Explanations that nothing of a run asks for: of changes that a test notices by now, or that the code no longer allows.
 *
 * @param open the changes that no test noticed, and those that were not tried
 */
export function outdated(open: readonly Change[], ofFile: Explanations[string] = []): Explanations[string] {
  return ofFile.filter((one) => !open.some((change) => isOf(one, change)));
}

/** The explanations of a file after a run: without outdated ones, and with an empty one for each change without. */
export function afterRun(
  missed: readonly Change[],
  untried: readonly Change[],
  ofFile: Explanations[string] = [],
): Explanations[string] {
  const old = outdated([...missed, ...untried], ofFile);
  const all = ofFile.filter((one) => !old.includes(one));
  for (const change of missed) {
    const { before, after } = change;
    if (!all.some((one) => isOf(one, change))) all.push({ before, after, why: "" });
  }
  return all;
}

function isOf(one: Explanations[string][number], { before, after }: Change): boolean {
  return one.before === before && one.after === after;
}
