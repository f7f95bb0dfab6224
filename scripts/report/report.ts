import { createReadStream, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { CommandFailure, command, UsageError, type Values } from "../kit/command.ts";
import { requireReadable } from "../kit/read-file.ts";
import { attentionTo } from "./attention/attention.ts";
import { Calendar } from "./count/calendar.ts";
import { namesIn } from "./count/hand-over.ts";
import { LogCount } from "./count/log-count.ts";
import { type Figures, figuresOf } from "./figures.ts";
import { reportMeasured } from "./measure/measure.ts";
import { entriesOf } from "./read/entries.ts";
import { readReasons } from "./reasons.ts";
import { writeSample } from "./sample/write.ts";
import { counted } from "./wording.ts";

const HELP = `Makes one HTML page of what the functions and the desk logged: the month's story, and what needs attention.

  npm run report -- FILE…                 reads exported logs, CSV, JSON, NDJSON or text, and writes report.html
  npm run report                          the same from standard input
  npm run report -- --out FILE.html …     writes another file
  npm run report -- --json …              prints the figures as one JSON document instead
  npm run report -- --zone Europe/London  days and hours in this time zone instead of UTC
  npm run report -- --sample              writes the log of an invented month, report-sample.log, and its page
  npm run report -- --measure             measures it on 300,000 lines in each format

Lines of others and half-written ones are counted and passed over. Where the names of competencies are your own, set
TRANSFER_COMPETENCIES and OUT_OF_SCOPE_COMPETENCIES in the shell as at the function. The page needs no network and no script.
Exit status: 0 when there is a report, 1 when not, also when there is no line of ours, 2 for a wrong call.`;

const OPTIONS = {
  out: { type: "string" },
  json: { type: "boolean" },
  zone: { type: "string", default: "UTC" },
  sample: { type: "boolean" },
  measure: { type: "boolean" },
} as const;

type Options = Values<typeof OPTIONS>;

async function main(values: Options, files: string[]): Promise<number> {
  const { sample = false, measure = false, json = false, out } = values;
  if ((sample || measure) && files.length > 0) throw new UsageError("--sample and --measure read no files");
  if (sample && measure) throw new UsageError("--sample and --measure are two commands");
  if (json && out !== undefined) throw new UsageError("--json prints; send it into a file with >");
  if (!sample && !measure && files.length === 0 && process.stdin.isTTY)
    throw new UsageError("Name the files of a log, or send it to standard input");
  const calendar = new Calendar(values.zone);
  for (const file of files) requireReadable(file);
  if (measure) return (await reportMeasured({ json })) ? 0 : 1;
  const inputs = sample ? [await writeSample()] : files;
  const figures = await figuresIn(inputs, calendar);
  if (json) console.log(JSON.stringify({ ...figures, attention: attentionTo(figures) }, null, 2));
  else await writePage(figures, out ?? (sample ? "report-sample.html" : "report.html"));
  return 0;
}

async function figuresIn(files: readonly string[], calendar: Calendar): Promise<Figures> {
  const complaints: string[] = [];
  const log = new LogCount(calendar, namesIn(process.env, complaints));
  for (const complaint of complaints) console.warn(complaint);
  const inputs = files.length === 0 ? [process.stdin] : files.map((file) => createReadStream(file));
  for (const input of inputs) for await (const found of entriesOf(input)) log.add(found);
  const { turns, commands, desk, read } = log.lines;
  if (turns + commands + desk === 0)
    throw new CommandFailure(
      `None of ${read} lines is a turn of the bot, a slash command or a call of the desk: is this the function's log?`,
    );
  return figuresOf(log, readReasons());
}

function needs(count: number): string {
  return `${counted(count, "thing")} ${count === 1 ? "needs" : "need"}`;
}

async function writePage(figures: Figures, file: string): Promise<void> {
  // Only now: the library of the charts takes its memory when that of the reading is free again.
  const { pageOf } = await import("./page/page.ts");
  writeFileSync(file, await pageOf(figures));
  const found = attentionTo(figures);
  console.log(
    `${relative(process.cwd(), file)}  ${counted(figures.lines.turns, "turn")}, ${needs(found.length)} attention`,
  );
  for (const { level, what } of found) console.log(`  ${level.padEnd(4)}  ${what}`);
}

await command(HELP, OPTIONS, main, { allowPositionals: true });
