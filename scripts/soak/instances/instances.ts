import { join } from "node:path";
import { writeBetweenMarks } from "../../kit/markdown.ts";
import { grouped, paint } from "../../kit/terminal.ts";
import type { Effort } from "./measure.ts";
import { measureAll } from "./measure-all.ts";
import { printedTable, README_MARKS, readmeTable } from "./table.ts";
import { wrongs } from "./verdict.ts";

const README = join(import.meta.dirname, "../README.md");

/** Where the table goes beside the terminal. */
export type Output = { json: boolean; write: boolean };

/**
 * Measures what is left of a conversation when its events go to several instances, and tells it.
 *
 * @returns whether nothing is wrong
 */
export async function reportInstances(effort: Effort, { json, write }: Output): Promise<boolean> {
  const startedAt = Date.now();
  const columns = await measureAll(effort);
  const wrong = wrongs(columns);
  const how = `Conversations of each kind for each column: ${grouped(effort.conversations)}. Node ${process.version}.`;
  if (json) console.log(JSON.stringify({ how, columns, wrong }, null, 2));
  else {
    console.log(printedTable(columns));
    for (const sentence of wrong) console.log(paint("red", `\nwrong  ${sentence}`));
    console.log(`\n${how} It took ${((Date.now() - startedAt) / 1000).toFixed(0)} s.`);
  }
  if (write) writeBetweenMarks(README, README_MARKS, `${readmeTable(columns)}\n\n${how}`);
  return wrong.length === 0;
}

/** 1, 2, 4 … up to this number, which closes the series. */
export function doubledUpTo(most: number): number[] {
  const numbers: number[] = [];
  for (let number = 1; number < most; number *= 2) numbers.push(number);
  return [...numbers, most];
}
