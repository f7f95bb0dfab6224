import { type Marks, markdownTable } from "../../kit/markdown.ts";
import { paint } from "../../kit/terminal.ts";
import type { World } from "./dialog.ts";
import type { Column } from "./measure.ts";
import { ROWS, type RowName } from "./rows.ts";
import { isWrong, type Part, partsOf, percent } from "./verdict.ts";

const IN_HEAD: Record<World, string> = { "messages only": "", "messages and receipts": ", receipts" };

/** The whole table for a terminal, with what is wrong in red. */
export function printedTable(columns: readonly Column[]): string {
  return partsOf(columns).map(printedPart).join("\n\n");
}

/** Written on demand and not with every build: a run takes minutes. */
export const README_MARKS: Marks = [
  "<!-- soak: written by npm run soak -- --instances 8 --write -->",
  "<!-- /soak -->",
];

/** The same for the README of the soak. */
export function readmeTable(columns: readonly Column[]): string {
  return partsOf(columns)
    .map((part) => `**${part.title}**\n\n${markdownTable(headOf(part), rowsOf(part))}`)
    .join("\n\n");
}

function printedPart(part: Part): string {
  const lines = [headOf(part), ...rowsOf(part)];
  const widths = headOf(part).map((_, place) => Math.max(...lines.map((line) => line[place]?.length ?? 0)));
  const names = Object.keys(ROWS) as RowName[];
  const printed = lines.map((line, at) =>
    line
      .map((cell, place) => {
        const [row, column] = [names[at - 1], part.columns[place - 1]];
        const text = place === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[place] ?? 0);
        return row && column && isWrong(row, column) ? paint("red", text) : text;
      })
      .join("  "),
  );
  return [paint("bold", part.title), ...printed].join("\n");
}

function headOf({ columns }: Part): string[] {
  return [
    "%, with so many instances",
    ...columns.map(({ instances, world }) => `${instances}${IN_HEAD[world]}`),
  ];
}

function rowsOf({ columns }: Part): string[][] {
  const names = Object.keys(ROWS) as RowName[];
  const rows = names.map((name) => [
    titleOf(name),
    ...columns.map(({ rows: shares }) => percent(shares[name])),
  ]);
  const losses = columns.map(({ afterLosses }) => percent(afterLosses));
  return columns.some(({ hasRecord }) => hasRecord)
    ? [...rows, ["as it should be, where a write to the record was lost twice", ...losses]]
    : rows;
}

function titleOf(name: RowName): string {
  const { title, should } = ROWS[name];
  return should === "never" ? `wrong: ${title}` : title;
}
