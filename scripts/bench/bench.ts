import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { command, UsageError, type Values } from "../kit/command.ts";
import { writeBetweenMarks } from "../kit/markdown.ts";
import { memoryRows, ownWorkRows, recordRows, startUpRows, wholeTurnRows } from "./goals.ts";
import { type Confinement, confineToHalfCpu } from "./half-cpu.ts";
import { measureMemory } from "./memory.ts";
import { isMet, type Row } from "./row.ts";
import { sizeRows } from "./size.ts";
import { measureStartUp } from "./start-up.ts";
import { printedTable, README_MARKS, readmeTable } from "./table.ts";
import { type Length, measureOwnWork, measureRecord, measureWholeTurns } from "./turns.ts";
import { openWorkshop, type Workshop } from "./workshop.ts";

const HELP = `Measures the committed files of dist against what they could be at best, and against what one might write instead.

  npm run bench                  the whole of it, three to four minutes
  npm run bench -- --quick       a few rounds: shows that it works, and no figure to rely on
  npm run bench -- --json        one JSON document instead of the table, times in milliseconds
  npm run bench -- --write       writes the table into scripts/bench/README.md as well

Ratios count, absolute times are for orientation: each round measures everything once, right after each other, and in
another order. Figures are medians over the rounds, in brackets where the middle half of them lies.
Exit status: 0 when it is measured, also when a goal is missed, 1 when it could not be, 2 for a wrong call.`;

/** How often everything is measured. */
type Effort = {
  starts: { rounds: number; seconds: number };
  ownWork: Length;
  wholeTurns: Length;
  record: Length;
  turnsForMemory: number;
};

const THOROUGH: Effort = {
  starts: { rounds: 25, seconds: 30 },
  ownWork: { batches: 3, warmUp: 2_000, rounds: 10, turnsOfRound: 200, seconds: 20 },
  wholeTurns: { batches: 3, warmUp: 1_500, rounds: 12, turnsOfRound: 100, seconds: 40 },
  record: { batches: 1, warmUp: 60, rounds: 10, turnsOfRound: 10, seconds: 60 },
  turnsForMemory: 20_000,
};

const QUICK: Effort = {
  starts: { rounds: 1, seconds: 1 },
  ownWork: { batches: 1, warmUp: 20, rounds: 1, turnsOfRound: 10, seconds: 1 },
  wholeTurns: { batches: 1, warmUp: 20, rounds: 1, turnsOfRound: 10, seconds: 1 },
  record: { batches: 1, warmUp: 5, rounds: 1, turnsOfRound: 2, seconds: 1 },
  turnsForMemory: 40,
};

const README = join(import.meta.dirname, "README.md");

const OPTIONS = {
  quick: { type: "boolean" },
  json: { type: "boolean" },
  write: { type: "boolean" },
} as const;

async function main(values: Values<typeof OPTIONS>): Promise<number> {
  if (values.quick && values.write)
    throw new UsageError("--quick measures nothing that --write could publish; leave one of them out");
  const confinement = confineToHalfCpu();
  const workshop = await openWorkshop();
  try {
    const rows = await measure(workshop, confinement, values.quick ? QUICK : THOROUGH);
    const machine = `Node ${process.version} on ${cpus().length} × ${cpus()[0]?.model.trim()}, ${confinement.description}`;
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

async function measure(workshop: Workshop, confinement: Confinement, effort: Effort): Promise<Row[]> {
  const rival = readFileSync(workshop.functions.axiosAndZod, "utf8");
  return [
    ...(await sizeRows(rival)),
    ...startUpRows(await measureStartUp(workshop, confinement, effort.starts)),
    ...ownWorkRows(await measureOwnWork(workshop, confinement, effort.ownWork)),
    ...wholeTurnRows(await measureWholeTurns(workshop, confinement, effort.wholeTurns)),
    ...recordRows(await measureRecord(workshop, effort.record)),
    ...memoryRows(await measureMemory(workshop, effort.turnsForMemory)),
  ];
}

function withVerdict(row: Row) {
  const met = isMet(row);
  return met === undefined ? row : { ...row, isMet: met };
}

await command(HELP, OPTIONS, main);
