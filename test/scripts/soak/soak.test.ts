import { describe, expect, it } from "vitest";
import type { Column } from "../../../scripts/soak/instances/measure.ts";
import { wrongs } from "../../../scripts/soak/instances/verdict.ts";
import { callScript } from "../../support/called-script.ts";

describe("npm run soak", () => {
  it("runs a short day through both built files and finds nothing wrong", async () => {
    const { status, stdout } = await callScript("soak/soak.ts", ["--events", "800"]);
    for (const count of ["double turns", "idle but busy", "shown confidences", "typed actions"])
      expect(stdout.match(new RegExp(`${count} +0\n`, "g"))).toHaveLength(2);
    expect(stdout.match(/heap /g)).toHaveLength(2);
    expect(status, stdout).toBe(0);
  });

  it("refuses a number that is none", async () => {
    const { status, stderr } = await callScript("soak/soak.ts", ["--events", "many"]);
    expect(stderr).toContain("--events is a whole number from 1 on");
    expect(status).toBe(2);
  });

  it.each([
    [["--conversations", "5"], "--conversations goes with --instances"],
    [["--only", "pairs"], "--only goes with --instances"],
    [["--json"], "--json goes with --instances"],
    [["--write"], "--write goes with --instances"],
    [["--instances", "0"], "--instances is a whole number from 1 on"],
    [["--instances", "33"], "--instances is at most 32"],
    [["--instances", "2", "--events", "100"], "--events does not go with --instances"],
    [["--instances", "8", "--only", "pairs,trios"], "--only takes any of threeInARow"],
    [["--instances", "8", "--only", "pairs", "--write"], "200 conversations of all kinds"],
    [["--instances", "4", "--write"], "--write wants at least 8 instances and 200 conversations"],
  ])("refuses %j", async (args, message) => {
    const run = await callScript("soak/soak.ts", args);
    expect(run).toMatchObject({ status: 2, stdout: "" });
    expect(run.stderr).toContain(message);
  });

  it("measures both generations on several instances, and ends with 1 when they do harm", async () => {
    const run = await callScript("soak/soak.ts", [
      "--instances",
      "2",
      "--conversations",
      "1",
      "--only",
      "lists,summaries",
      "--json",
    ]);
    const { columns, wrong } = JSON.parse(run.stdout) as { columns: Column[]; wrong: string[] };
    expect(new Set(columns.map(({ generation }) => generation))).toEqual(new Set(["v1", "v2"]));
    expect(new Set(columns.map(({ instances }) => instances))).toEqual(new Set([1, 2]));
    expect(wrong).toEqual(wrongs(columns));
    expect(run.status).toBe(wrong.length > 0 ? 1 : 0);
  });
});
