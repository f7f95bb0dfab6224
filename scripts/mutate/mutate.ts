import { readFileSync } from "node:fs";
import { command, UsageError, type Values } from "../kit/command.ts";
import {
  afterRun,
  EXPLAINED_IN,
  type Explanations,
  readExplanations,
  writeExplanations,
} from "./explained.ts";
import { filesIn } from "./files.ts";
import { changesIn, reportOn } from "./report.ts";
import { GOAL, isLeftOut, isMissed } from "./score.ts";
import { type Mutant, tryMutants } from "./try-mutants.ts";

const HELP = `Tries whether the tests of src would notice if its code was another: changes it in many small ways, one at a time, in a
copy, and runs the tests that come by (with Stryker). Prints the score of each file, and the changes that no test noticed and
nobody explains.

  npm run mutate -- clinc                   all of src/clinc; also src/clinc, src/bot/decide, src/clinc/ask.ts, or several
                    --concurrency 1         changes that are tried at the same time, 2 without it
                    --skip-static           leaves out what runs once, when a file is loaded: a change of it needs all
                                            tests again, and takes up to a minute; tells how many were left out
                    --write                 puts what is not explained into ${EXPLAINED_IN}, for you to say why, and
                                            takes out of it what a test notices by now

The goal is ${GOAL} % in src/answer, src/bot, src/clinc and src/record. What no test there notices wants a test, or a reason in
${EXPLAINED_IN} why none has to notice it. A comment "Stryker disable" must say why, behind a colon.
Takes about a second for each change. It is no part of npm test.
Exit status: 0 when the goal is reached and all is explained, 1 when not, 2 for a wrong call.`;

const OPTIONS = {
  concurrency: { type: "string", default: "2" },
  "skip-static": { type: "boolean", default: false },
  write: { type: "boolean", default: false },
} as const;

async function main(
  { concurrency, "skip-static": skipsStatic, write }: Values<typeof OPTIONS>,
  folders: string[],
): Promise<number> {
  if (folders.length === 0) throw new UsageError("A folder of src is needed, such as clinc");
  if (!/^[1-9]\d?$/.test(concurrency)) throw new UsageError("--concurrency is a whole number from 1 to 99");
  const files = [...new Set(folders.flatMap(filesIn))];
  const sources = new Map(files.map((file) => [file, readFileSync(file, "utf8")]));
  // What is wrong with them shows before the run; somebody may write some meanwhile.
  readExplanations();
  const mutants = await tryMutants(files, { concurrency: Number(concurrency), ignoreStatic: skipsStatic });
  const explanations = readExplanations();
  const { lines, isGood } = reportOn(mutants, sources, explanations);
  for (const line of lines) console.log(line);
  if (write) writeExplanations(explainedAfter(mutants, sources, explanations));
  return isGood ? 0 : 1;
}

/** Of files that were not changed in this run all stays. */
function explainedAfter(
  mutants: readonly Mutant[],
  sources: ReadonlyMap<string, string>,
  explanations: Explanations,
): Explanations {
  const untried = changesIn(mutants, sources, isLeftOut);
  const ofFiles = [...changesIn(mutants, sources, isMissed)].map(
    ([file, missed]) => [file, afterRun(missed, untried.get(file) ?? [], explanations[file])] as const,
  );
  const all = Object.entries({ ...explanations, ...Object.fromEntries(ofFiles) });
  return Object.fromEntries(all.filter(([, ofFile]) => ofFile.length > 0));
}

await command(HELP, OPTIONS, main, { allowPositionals: true });
