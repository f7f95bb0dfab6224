import { type Marks, markdownTable } from "../kit/markdown.ts";
import { paint } from "../kit/terminal.ts";
import { exactly, type Goal, isMet, type Row, type Unit } from "./row.ts";
import type { Spread } from "./statistics.ts";

const HEAD = ["measure", "of", "ratio", "to", "median", "mean", "goal", ""];

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

/** Written on demand and not with every build: the figures are those of one run on one machine. */
export const README_MARKS: Marks = ["<!-- bench: written by npm run bench -- --write -->", "<!-- /bench -->"];

/** The same for the README of this folder. */
export function readmeTable(rows: readonly Row[]): string {
  return markdownTable([...HEAD.slice(0, -1), "goal met"], rows.map(cellsOf));
}

function cellsOf(row: Row): string[] {
  const met = isMet(row);
  return [
    row.measure,
    row.subject,
    row.ratio ? written(row.ratio, ratioStyle(row.ratio.median)) : "",
    row.to ?? "",
    written(row.value, valueStyle(row.value.median, row.unit)),
    row.mean === undefined ? "" : written(exactly(row.mean), valueStyle(row.mean, row.unit)),
    row.goal ? `≤ ${goalText(row.goal, row.unit)}` : "",
    met === undefined ? "" : met ? "yes" : "no",
  ];
}

/** How figures of one size are written. */
type Style = { factor: number; digits: number; suffix: string };

function ratioStyle(ratio: number): Style {
  return { factor: 1, digits: ratio < 0.995 ? 3 : 2, suffix: "" };
}

/** Times below a millisecond in microseconds. */
function valueStyle(value: number, unit: Unit): Style {
  if (unit === "characters") return { factor: 1, digits: 0, suffix: "" };
  if (unit !== "ms") return { factor: 1, digits: 1, suffix: ` ${unit}` };
  return Math.abs(value) < 1
    ? { factor: 1000, digits: 0, suffix: " µs" }
    : { factor: 1, digits: 1, suffix: " ms" };
}

function written({ median, lower, upper }: Spread, { factor, digits, suffix }: Style): string {
  const figure = (value: number) => (value * factor).toFixed(digits);
  const middleHalf = lower === upper ? "" : ` (${figure(lower)} to ${figure(upper)})`;
  return `${figure(median)}${suffix}${middleHalf}`;
}

function goalText({ atMost, of }: Goal, unit: Unit): string {
  return written(exactly(atMost), of === "ratio" ? ratioStyle(atMost) : valueStyle(atMost, unit));
}
