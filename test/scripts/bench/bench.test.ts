import { describe, expect, it } from "vitest";
import { builtFileAt } from "../../../scripts/bench/against.ts";
import type { Row } from "../../../scripts/bench/row.ts";
import { CommandFailure } from "../../../scripts/kit/command.ts";
import { callScript } from "../../support/called-script.ts";

describe("the command", () => {
  it("tells how it is called, and measures nothing", async () => {
    const run = await callScript("bench/bench.ts", ["--help"]);
    expect(run).toMatchObject({ status: 0, stderr: "" });
    for (const option of ["--quick", "--json", "--write", "--against", "--profile"])
      expect(run.stdout).toContain(option);
    expect(run.stdout).not.toMatch(/\d ms/);
  });

  it.each([
    [["--slow"], "--slow is no option of this command"],
    [["--quick", "--write"], "--quick measures nothing that --write could publish"],
    [["--write", "--against", "HEAD"], "--write publishes the whole table"],
    [["--write", "--profile"], "--write publishes the whole table"],
    [["--profile", "--json"], "--profile prints a table of its own"],
    [["--against", ""], "--against takes a commit, branch or tag"],
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
        "own work, a text with a record",
        "allocated, a text",
        "allocated, ten cards",
        "start to the first reply",
        "whole turn",
        "whole turn above the bare client",
        "added by a record 20 ms away",
        "added by a record whose service is dead",
        "heap above the bare POST",
        "process above the bare POST",
        "heap growth",
        "heap with rich replies",
        "process with rich replies",
      ]),
    );
    for (const { measure, value, ratio, mean } of rows) {
      expect(value.median).toEqual(expect.any(Number));
      if (ratio && !measure.startsWith("added")) expect(ratio.median).toBeGreaterThan(0);
      expect(mean !== undefined, measure).toBe(/^(own work|whole turn|added by a record 20)/.test(measure));
    }
  });

  it("tells where the time goes, by function of the source", async () => {
    const run = await callScript("bench/bench.ts", ["--quick", "--profile"]);
    expect(run.status, run.stderr).toBe(0);
    for (const kind of ["a text, 200 turns", "ten cards, 50 turns", "a text with a record, 50 turns"])
      expect(run.stdout).toContain(kind);
    expect(run.stdout).toMatch(/\d\.\d %\s+\d+\.\d\d µs\s+\d+\.\d\d kB {2}\w+ {2}src\//);
  });

  it.each(["no-such-branch", "--help"])("compares with no %s, and says what it takes", (ref) => {
    const compare = () => builtFileAt(ref, "v1");
    expect(compare).toThrow(CommandFailure);
    expect(compare).toThrow(
      `git has no dist/v1/functions/ClincBot/index.js of ${ref}: --against takes a commit, branch or tag that has it`,
    );
  });
});
