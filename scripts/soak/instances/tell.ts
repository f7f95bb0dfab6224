import { join } from "node:path";
import { writeBetweenMarks } from "../../kit/markdown.ts";
import { grouped, paint } from "../../kit/terminal.ts";
import type { Column, Effort } from "./measure.ts";
import { printedTable, README_MARKS, readmeTable } from "./table.ts";
import { wrongs } from "./verdict.ts";

const README = join(import.meta.dirname, "../README.md");

/** Where the table goes beside the terminal. */
export type Output = { json: boolean; write: boolean };

/**
 * Tells what was measured, as a table or as JSON, and publishes it where that is wanted.
 *
 * @param milliseconds how long it took to measure
 * @returns whether nothing is wrong
 */
export function tellInstances(
  columns: Column[],
  { conversations }: Pick<Effort, "conversations">,
  milliseconds: number,
  { json, write }: Output,
): boolean {
  const wrong = wrongs(columns);
  const how = `Conversations of each kind for each column: ${grouped(conversations)}. Node ${process.version}.`;
  if (json) console.log(JSON.stringify({ how, columns, wrong }, null, 2));
  else {
    console.log(printedTable(columns));
    for (const sentence of wrong) console.log(paint("red", `\nwrong  ${sentence}`));
    console.log(`\n${how} It took ${(milliseconds / 1000).toFixed(0)} s.`);
  }
  if (write) writeBetweenMarks(README, README_MARKS, `${readmeTable(columns)}\n\n${how}`);
  return wrong.length === 0;
}
