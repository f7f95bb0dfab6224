import { describe, expect, it } from "vitest";
import { confineToHalfCpu } from "../../../scripts/bench/half-cpu.ts";
import { events } from "../../../scripts/bench/programs/events.ts";
import { rotated } from "../../../scripts/bench/rounds.ts";
import { exactly, isMet, type Row } from "../../../scripts/bench/row.ts";
import { quantile, ratioOf, spreadOf } from "../../../scripts/bench/statistics.ts";
import { printedTable, README_MARKS, readmeTable } from "../../../scripts/bench/table.ts";
import { documentOf, rowsOf } from "../../support/markdown.ts";
import { runScript } from "../../support/run-script.ts";

const SLOW = { timeout: 60_000 };

describe("the arithmetic", () => {
  it.each<[values: number[], median: number]>([
    [[3], 3],
    [[1, 2], 1.5],
    [[9, 1, 5], 5],
    [[4, 1, 3, 2], 2.5],
    [[10, 9, 1_000, 8], 9.5],
  ])("takes the median of %j, in whatever order", (values, median) => {
    expect(spreadOf(values).median).toBe(median);
  });

  it("takes the quartiles, between two neighbours in proportion", () => {
    expect(spreadOf([1, 2, 3, 4, 5])).toEqual({ median: 3, lower: 2, upper: 4 });
    expect(spreadOf([1, 2, 3, 4])).toEqual({ median: 2.5, lower: 1.75, upper: 3.25 });
    expect(quantile([0, 10], 0.9)).toBe(9);
  });

  it("leaves the series as it was", () => {
    const values = [3, 1, 2];
    spreadOf(values);
    expect(values).toEqual([3, 1, 2]);
  });

  it("compares round by round, so that a slow round slows down neither", () => {
    expect(ratioOf([2, 20, 4], [1, 10, 2])).toEqual({ median: 2, lower: 2, upper: 2 });
  });

  it("refuses series that cannot be compared, and an empty one", () => {
    expect(() => ratioOf([1, 2], [1])).toThrow(RangeError);
    expect(() => spreadOf([])).toThrow(RangeError);
  });

  it("lets each come first in its round", () => {
    const rounds = [-1, 0, 1, 2, 3].map((round) => rotated(["a", "b", "c"], round).join(""));
    expect(rounds).toEqual(["cab", "abc", "bca", "cab", "abc"]);
  });
});

const spread = { median: 1.25, lower: 1.2, upper: 1.301 };
const row: Row = {
  measure: "whole turn",
  subject: "V1",
  ratio: spread,
  to: "a floor",
  value: { median: 0.0421, lower: 0.04, upper: 0.05 },
  unit: "ms",
};

describe("a goal", () => {
  it.each<[what: string, goal: Row["goal"], met: boolean | undefined]>([
    ["none", undefined, undefined],
    ["a ratio that is kept", { atMost: 1.25, of: "ratio" }, true],
    ["a ratio that is missed", { atMost: 1.2, of: "ratio" }, false],
    ["a value that is kept", { atMost: 0.1, of: "value" }, true],
    ["a value that is missed", { atMost: 0.04, of: "value" }, false],
  ])("is judged by the median: %s", (_, goal, met) => {
    expect(isMet(goal ? { ...row, goal } : row)).toBe(met);
  });
});

describe("the table", () => {
  const rows: Row[] = [
    { ...row, goal: { atMost: 1.15, of: "ratio" } },
    { measure: "size", subject: "V2 file", value: exactly(93_000), unit: "characters" },
    {
      ...row,
      measure: "start",
      value: exactly(61.34),
      ratio: exactly(0.1234),
      goal: { atMost: 100, of: "value" },
    },
    { measure: "memory", subject: "V1", value: exactly(2.66), unit: "MB", goal: { atMost: 10, of: "value" } },
  ];

  it("has ratios first, the middle half in brackets, the goal, and whether it is met", () => {
    expect(printedTable(rows).split("\n")).toEqual([
      "measure     of       ratio                to       median            goal",
      "whole turn  V1       1.25 (1.20 to 1.30)  a floor  42 µs (40 to 50)  ≤ 1.15      no",
      "size        V2 file                                93000",
      "start       V1       0.123                a floor  61.3 ms           ≤ 100.0 ms  yes",
      "memory      V1                                     2.7 MB            ≤ 10.0 MB   yes",
    ]);
  });

  it("is a table of the README, too", () => {
    const lines = readmeTable(rows).split("\n");
    expect(lines[0]).toMatch(/^\| measure +\| of +\| ratio +\| to +\| median +\| goal +\| goal met \|$/);
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

describe("the events of a benchmark", () => {
  const lpEvent = { sequence: 4, dialogId: "d", skillId: "s" };
  const sample = { headers: [], payload: { message: "hi", convId: "c", context: { lpEvent, lpSdes: {} } } };

  it("are whole, and no two of them the same turn", () => {
    const next = events(sample) as () => typeof sample;
    const made = Array.from({ length: 5_001 }, next);
    const turns = made.map(({ payload }) => `${payload.convId} ${payload.context.lpEvent.sequence}`);
    expect(new Set(turns).size).toBe(5_001);
    expect(new Set(made.map(({ payload }) => payload.convId)).size).toBe(5_000);
    expect(made[5_000]).toEqual({
      headers: [],
      payload: {
        message: "hi",
        convId: made[0]?.payload.convId,
        context: { lpEvent: { sequence: 2, dialogId: made[0]?.payload.convId, skillId: "s" }, lpSdes: {} },
      },
    });
  });
});

describe("the half CPU", () => {
  it("is told in words, whatever of it the system allows, and still runs the program", () => {
    const confinement = confineToHalfCpu();
    try {
      expect(confinement.description).toMatch(/^(half a CPU \(cgroup quota\)|a whole CPU), (not )?pinned/);
      const [program, args] = confinement.command("node", ["a b.js", "$HOME"]);
      expect([program, ...args].slice(-3)).toEqual(["node", "a b.js", "$HOME"]);
    } finally {
      confinement.release();
    }
  });
});

describe("the command", SLOW, () => {
  it("tells how it is called, and measures nothing", async () => {
    const run = await runScript("bench/bench.ts", ["--help"]);
    expect(run).toMatchObject({ status: 0, stderr: "" });
    for (const option of ["--quick", "--json", "--write"]) expect(run.stdout).toContain(option);
    expect(run.stdout).not.toMatch(/\d ms/);
  });

  it.each([
    [["--slow"], "Unknown option '--slow'"],
    [["--quick", "--write"], "--quick measures nothing that --write could publish"],
  ])("refuses %j", async (args, message) => {
    const run = await runScript("bench/bench.ts", args);
    expect(run).toMatchObject({ status: 2, stdout: "" });
    expect(run.stderr).toContain(message);
  });

  it("measures everything, and gives it as one JSON document", async () => {
    const run = await runScript("bench/bench.ts", ["--quick", "--json"]);
    expect(run.status, run.stderr).toBe(0);
    const { machine, rows } = JSON.parse(run.stdout) as { machine: string; rows: Row[] };
    expect(machine).toContain(process.version);
    expect(new Set(rows.map(({ measure }) => measure))).toEqual(
      new Set([
        "characters",
        "start of a process",
        "loading the file",
        "own work, a text",
        "own work, ten cards",
        "whole turn",
        "heap above the bare POST",
        "process above the bare POST",
        "heap growth",
      ]),
    );
    for (const { value, ratio } of rows) {
      expect(value.median).toEqual(expect.any(Number));
      if (ratio) expect(ratio.median).toBeGreaterThan(0);
    }
  });
});
