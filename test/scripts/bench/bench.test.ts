import { describe, expect, it } from "vitest";
import type { Row } from "../../../scripts/bench/row.ts";
import { callScript } from "../../support/called-script.ts";

describe("the command", () => {
  it("tells how it is called, and measures nothing", async () => {
    const run = await callScript("bench/bench.ts", ["--help"]);
    expect(run).toMatchObject({ status: 0, stderr: "" });
    for (const option of ["--quick", "--json", "--write"]) expect(run.stdout).toContain(option);
    expect(run.stdout).not.toMatch(/\d ms/);
  });

  it.each([
    [["--slow"], "--slow is no option of this command"],
    [["--quick", "--write"], "--quick measures nothing that --write could publish"],
  ])("refuses %j", async (args, message) => {
    const run = await callScript("bench/bench.ts", args);
    expect(run).toMatchObject({ status: 2, stdout: "" });
    expect(run.stderr).toContain(message);
  });

  it("measures everything, and gives it as one JSON document", async () => {
    const run = await callScript("bench/bench.ts", ["--quick", "--json"]);
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
        "added by a record 20 ms away",
        "added by a record whose service is dead",
        "heap above the bare POST",
        "process above the bare POST",
        "heap growth",
        "heap with rich replies",
      ]),
    );
    for (const { value, ratio } of rows) {
      expect(value.median).toEqual(expect.any(Number));
      if (ratio) expect(ratio.median).toBeGreaterThan(0);
    }
  });
});
