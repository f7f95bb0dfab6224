import { markdownTable } from "../markdown.ts";
import { paint } from "../terminal.ts";
import { type Goal, isMet, type Row, type Unit } from "./row.ts";
import type { Spread } from "./statistics.ts";

const HEAD = ["measure", "of", "ratio", "to", "median", "goal", ""];

/** The report for a terminal: ratios first, and in brackets where the middle half of the rounds lies. */
export function printedTable(rows: readonly Row[]): string {
  const lines = [HEAD, ...rows.map(cellsOf)];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line, at) => {
      const text = line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ");
      const row = rows[at - 1];
      if (!row) return paint("bold", text.trimEnd());
      const met = isMet(row);
      return met === undefined ? text.trimEnd() : paint(met ? "green" : "red", text.trimEnd());
    })
    .join("\n");
}

/** The same for the README. */
export function readmeTable(rows: readonly Row[]): string {
  return markdownTable([...HEAD.slice(0, -1), "goal met"], rows.map(cellsOf));
}

function cellsOf(row: Row): string[] {
  const met = isMet(row);
  return [
    row.measure,
    row.subject,
    row.ratio ? written(row.ratio, ratio) : "",
    row.to ?? "",
    written(row.value, (figure) => plain(figure, row.unit)),
    row.goal ? goalText(row.goal, row.unit) : "",
    met === undefined ? "" : met ? "yes" : "no",
  ];
}

function written({ median, lower, upper }: Spread, write: (figure: number) => string): string {
  return lower === upper ? write(median) : `${write(median)} (${write(lower)} to ${write(upper)})`;
}

function goalText({ atMost, of }: Goal, unit: Unit): string {
  return `≤ ${of === "ratio" ? ratio(atMost) : plain(atMost, unit)}`;
}

function ratio(value: number): string {
  return value < 0.995 ? value.toFixed(3) : value.toFixed(2);
}

/** Below a millisecond in microseconds. */
function plain(value: number, unit: Unit): string {
  if (unit === "characters") return String(value);
  if (unit === "MB") return `${value.toFixed(1)} MB`;
  return value < 1 ? `${(value * 1000).toFixed(0)} µs` : `${value.toFixed(1)} ms`;
}
