import { readFileSync } from "node:fs";
import { command, UsageError, type Values } from "../kit/command.ts";
import { filesIn } from "./files.ts";
import { reportOn } from "./report.ts";
import { GOAL } from "./score.ts";
import { tryMutants } from "./try-mutants.ts";

const HELP = `Tries whether the tests of src would notice if its code was another: changes it in many small ways, one at a time, in a
copy, and runs the tests that come by (with Stryker). Prints the score of each file and the changes that no test noticed.

  npm run mutate -- clinc                   all of src/clinc; also src/clinc, src/bot/decide, src/clinc/ask.ts, or several
                    --concurrency 1         changes that are tried at the same time, 2 without it
                    --skip-static           leaves out what runs once, when a file is loaded: a change of it needs all
                                            tests again, and takes up to a minute; tells how many were left out

The goal is ${GOAL} % in src/answer, src/bot, src/clinc and src/record. A comment "Stryker disable" must say why, behind a colon.
Takes about a second for each change. It is no part of npm test.
Exit status: 0 when the goal is reached, 1 when not or when a reason is missing, 2 for a wrong call.`;

const OPTIONS = {
  concurrency: { type: "string", default: "2" },
  "skip-static": { type: "boolean", default: false },
} as const;

async function main(
  { concurrency, "skip-static": skipsStatic }: Values<typeof OPTIONS>,
  folders: string[],
): Promise<number> {
  if (folders.length === 0) throw new UsageError("A folder of src is needed, such as clinc");
  if (!/^[1-9]\d?$/.test(concurrency)) throw new UsageError("--concurrency is a whole number from 1 to 99");
  const files = [...new Set(folders.flatMap(filesIn))];
  const mutants = await tryMutants(files, { concurrency: Number(concurrency), ignoreStatic: skipsStatic });
  const { lines, isGood } = reportOn(
    mutants,
    new Map(files.map((file) => [file, readFileSync(file, "utf8")])),
  );
  for (const line of lines) console.log(line);
  return isGood ? 0 : 1;
}

await command(HELP, OPTIONS, main, { allowPositionals: true });
