import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { command, UsageError, type Values } from "../kit/command.ts";
import { writeBetweenMarks } from "../kit/markdown.ts";
import { measureAgainst } from "./against.ts";
import { type Effort, QUICK, THOROUGH } from "./effort.ts";
import { measureFirstReply } from "./first-reply.ts";
import { type Confinement, confineToHalfCpu } from "./half-cpu.ts";
import { measureMemory } from "./memory.ts";
import { measureAllocation, measureOwnWork } from "./own-work.ts";
import { profileTables } from "./profile.ts";
import { measureRecord } from "./record-turns.ts";
import { isMet, type Row } from "./row.ts";
import { memoryRows } from "./rows/memory.ts";
import { firstReplyRows, startUpRows } from "./rows/start-up.ts";
import { allocationRows, ownWorkRows, recordRows, wholeTurnRows } from "./rows/turns.ts";
import { sizeRows } from "./size.ts";
import { measureStartUp } from "./start-up.ts";
import { printedTable, README_MARKS, readmeTable } from "./table.ts";
import { measureWholeTurns } from "./whole-turns.ts";
import { openWorkshop, type Workshop } from "./workshop.ts";

const HELP = `Measures the committed files of dist against what they could be at best, and against what one might write instead.

  npm run bench                      the whole of it, less than four minutes
  npm run bench -- --quick           a few rounds: shows that it works, and no figure to rely on
  npm run bench -- --json            one JSON document instead of the table, times in milliseconds
  npm run bench -- --write           writes the table into scripts/bench/README.md as well
  npm run bench -- --against v1.0.0  the files of dist beside those of a commit, as ratios; about five minutes
  npm run bench -- --profile         where a turn's own work goes, by function of the source; half a minute

Ratios count, absolute times are for orientation: each round measures everything once, right after each other, and in
another order. Figures are medians over the rounds, in brackets where the middle half of them lies; the mean beside them
holds what a median does not show, such as the collection of garbage.
Exit status: 0 when it is measured, also when a goal is missed, 1 when it could not be, 2 for a wrong call.`;

const README = join(import.meta.dirname, "README.md");

const OPTIONS = {
  quick: { type: "boolean" },
  json: { type: "boolean" },
  write: { type: "boolean" },
  against: { type: "string" },
  profile: { type: "boolean" },
} as const;

async function main(values: Values<typeof OPTIONS>): Promise<number> {
  refuseContradictions(values);
  const confinement = confineToHalfCpu();
  const workshop = await openWorkshop();
  const effort = values.quick ? QUICK : THOROUGH;
  const machine = `Node ${process.version} on ${cpus().length} × ${cpus()[0]?.model.trim()}, ${confinement.description}`;
  try {
    if (values.profile) {
      const tables = await profileTables(workshop, confinement, effort.profile);
      console.log(`${machine}\n\n${tables}`);
      return 0;
    }
    const rows =
      values.against === undefined
        ? await measure(workshop, confinement, effort)
        : await measureAgainst(workshop, confinement, values.against, effort.against);
    if (values.json) console.log(JSON.stringify({ machine, rows: rows.map(withVerdict) }, null, 2));
    else console.log(`${machine}\n\n${printedTable(rows)}`);
    if (values.write)
      writeBetweenMarks(README, README_MARKS, `${readmeTable(rows)}\n\nMeasured with ${machine}.`);
    return 0;
  } finally {
    workshop.close();
    confinement.release();
  }
}

/** @throws {UsageError} */
function refuseContradictions({ quick, json, write, against, profile }: Values<typeof OPTIONS>): void {
  if (quick && write)
    throw new UsageError("--quick measures nothing that --write could publish; leave one of them out");
  if (against === "") throw new UsageError("--against takes a commit, branch or tag");
  if (write && (against !== undefined || profile))
    throw new UsageError("--write publishes the whole table: it goes with neither --against nor --profile");
  if (profile && (json || against !== undefined))
    throw new UsageError("--profile prints a table of its own: it goes with neither --json nor --against");
}

async function measure(workshop: Workshop, confinement: Confinement, effort: Effort): Promise<Row[]> {
  const rival = readFileSync(workshop.functions.axiosAndZod, "utf8");
  return [
    ...(await sizeRows(rival)),
    ...startUpRows(await measureStartUp(workshop, confinement, effort.starts)),
    ...firstReplyRows(await measureFirstReply(workshop, confinement, effort.firstReplies)),
    ...ownWorkRows(await measureOwnWork(workshop, confinement, effort.ownWork)),
    ...allocationRows(await measureAllocation(workshop, effort.allocation)),
    ...wholeTurnRows(await measureWholeTurns(workshop, confinement, effort.wholeTurns)),
    ...recordRows(await measureRecord(workshop, confinement, effort.record)),
    ...memoryRows(await measureMemory(workshop, confinement, effort.turnsForMemory)),
  ];
}

function withVerdict(row: Row) {
  const met = isMet(row);
  return met === undefined ? row : { ...row, isMet: met };
}

await command(HELP, OPTIONS, main);
