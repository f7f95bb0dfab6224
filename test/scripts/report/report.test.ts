import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { timed, turnText } from "../../fixtures/report-lines.ts";
import { callScript } from "../../support/called-script.ts";
import { temporaryFile, temporaryFolder } from "../../support/temporary-files.ts";

const LOG = `${timed(turnText())}\n${timed(turnText({ fault: "settings", intent: "host_wrong" }), 1, 1)}\n`;

const report = (...args: string[]) => callScript("report/report.ts", args);

describe("npm run report", () => {
  it("writes a page of several files, and says what needs attention", async () => {
    const [one, other] = [temporaryFile("one.log", LOG), temporaryFile("other.log", timed(turnText(), 2))];
    const page = join(temporaryFolder(), "page.html");
    const run = await report("--out", page, one, other);
    expect(run).toMatchObject({ status: 0, stderr: "" });
    expect(run.stdout).toContain("page.html  3 turns");
    expect(run.stdout).toContain("act   1 turn failed for a wrong setting: `host_wrong`, last on");
    expect(readFileSync(page, "utf8")).toContain("from 1 September to 2 September 2026");
  });

  it("prints the figures as JSON, in the zone that was named", async () => {
    const run = await report("--json", "--zone", "Asia/Tokyo", temporaryFile("one.log", LOG));
    expect(run).toMatchObject({ status: 0, stderr: "" });
    const figures = JSON.parse(run.stdout);
    expect(figures).toMatchObject({ zone: "Asia/Tokyo", hours: [{ weekday: 1, hour: 19, turns: 2 }] });
    expect(figures.attention).toHaveLength(1);
  });

  it.each<[string, string[], number, RegExp]>([
    ["a file that is not there", ["no-such-file.log"], 2, /^no-such-file\.log is not there/],
    ["a folder", ["scripts"], 2, /^scripts is a folder; name a file/],
    [
      "a log without any line of ours",
      [join(import.meta.dirname, "report.test.ts")],
      1,
      /^None of \d+ lines is a turn/,
    ],
    ["a zone that there is not", ["--zone", "Mars", "x.log"], 2, /^--zone Mars is no time zone/],
    ["a file beside the sample", ["--sample", "x.log"], 2, /^--sample and --measure read no files/],
    ["a page as JSON", ["--json", "--out", "x", "x.log"], 2, /^--json prints/],
  ])("ends with one sentence for %s", async (_, args, status, sentence) => {
    const run = await report(...args);
    expect(run).toMatchObject({ status, stdout: "" });
    expect(run.stderr).toMatch(sentence);
    expect(run.stderr).not.toMatch(/^ +at /m);
  });
});
