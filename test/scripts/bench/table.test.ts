import { describe, expect, it } from "vitest";
import { exactly, type Row } from "../../../scripts/bench/row.ts";
import { printedTable, README_MARKS, readmeTable } from "../../../scripts/bench/table.ts";
import { WHOLE_TURN } from "../../fixtures/bench-row.ts";
import { documentOf, rowsOf } from "../../support/markdown.ts";

describe("the table", () => {
  const rows: Row[] = [
    { ...WHOLE_TURN, mean: 0.061, goal: { atMost: 1.15, of: "ratio" } },
    { measure: "size", subject: "V2 file", value: exactly(93_000), unit: "characters" },
    {
      ...WHOLE_TURN,
      measure: "start",
      value: exactly(61.34),
      ratio: exactly(0.1234),
      goal: { atMost: 100, of: "value" },
    },
    { measure: "memory", subject: "V1", value: exactly(2.66), unit: "MB", goal: { atMost: 10, of: "value" } },
    { measure: "garbage", subject: "V1", value: exactly(51.66), unit: "kB" },
  ];

  it("has ratios first, the middle half in brackets, the goal, and whether it is met", () => {
    expect(printedTable(rows).split("\n")).toEqual([
      "measure     of       ratio                to       median            mean   goal",
      "whole turn  V1       1.25 (1.20 to 1.30)  a floor  42 µs (40 to 50)  61 µs  ≤ 1.15      no",
      "size        V2 file                                93000",
      "start       V1       0.123                a floor  61.3 ms                  ≤ 100.0 ms  yes",
      "memory      V1                                     2.7 MB                   ≤ 10.0 MB   yes",
      "garbage     V1                                     51.7 kB",
    ]);
  });

  it("is a table of the README, too", () => {
    const lines = readmeTable(rows).split("\n");
    expect(lines[0]).toMatch(
      /^\| measure +\| of +\| ratio +\| to +\| median +\| mean +\| goal +\| goal met \|$/,
    );
    expect(lines).toHaveLength(rows.length + 2);
    expect(new Set(lines.map((line) => line.length)).size).toBe(1);
  });

  it("stands in the README between its marks", () => {
    const [opening, closing] = README_MARKS;
    const [, part = ""] = documentOf("scripts/bench/README.md").split(opening);
    const [head] = rowsOf(part.split(closing)[0] ?? "");
    expect(part).toContain(closing);
    expect(head).toEqual(rowsOf(readmeTable(rows))[0]);
  });
});
