import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { fromJson } from "../../kit/json.ts";
import { runProgram } from "../../kit/run-program.ts";
import { grouped, verdict } from "../../kit/terminal.ts";
import { FORMATS, type Format, writeLongLog } from "./long-log.ts";

/** What a report may need at most. */
const GOALS = { lines: 300_000, seconds: 20, megabytes: 300 };

const measured = z.object({
  seconds: z.number(),
  processorSeconds: z.number(),
  megabytes: z.number(),
  turns: z.number(),
});

/** One line of the benchmark: a log in one format, what it took, and whether that keeps to the goals. */
type Row = z.infer<typeof measured> & { format: Format; fileMegabytes: number; isMet: boolean };

/**
 * Measures a report on a long log in each format, in a process of its own each time.
 *
 * @returns whether all keep to the goals
 */
export async function reportMeasured({ json }: { json: boolean }): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "clinc-report-"));
  try {
    const rows: Row[] = [];
    for (const format of FORMATS) rows.push(await measure(format, join(folder, `log.${format}`)));
    if (json) console.log(JSON.stringify({ goals: GOALS, rows }, null, 2));
    else for (const row of rows) console.log(told(row));
    return rows.every(({ isMet }) => isMet);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(format: Format, file: string): Promise<Row> {
  await writeLongLog(file, format, GOALS.lines);
  const program = join(import.meta.dirname, "measured.ts");
  const output = await runProgram(process.execPath, ["--import", import.meta.resolve("tsx"), program, file]);
  const row = measured.parse(fromJson(output.trim().split("\n").at(-1) ?? ""));
  const isMet = row.seconds <= GOALS.seconds && row.megabytes <= GOALS.megabytes;
  const fileMegabytes = statSync(file).size / 1e6;
  rmSync(file);
  return { format, ...row, fileMegabytes, isMet };
}

function told({ format, seconds, processorSeconds, megabytes, turns, fileMegabytes, isMet }: Row): string {
  const what = `${grouped(GOALS.lines)} lines of ${format} (${fileMegabytes.toFixed(0)} MB, ${grouped(turns)} turns)`;
  const goals = `at most ${GOALS.seconds} s and ${GOALS.megabytes} MB`;
  return verdict(
    isMet,
    `${what}: ${seconds.toFixed(1)} s, ${processorSeconds.toFixed(1)} s of them on the processor, ${megabytes.toFixed(0)} MB; ${goals}`,
  );
}
