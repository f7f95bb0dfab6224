import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { callScript } from "../support/called-script.ts";
import { runCommandOfPackage } from "../support/run-script.ts";

const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, "../../package.json"), "utf8")) as {
  scripts: Record<string, string>;
};

/** The files behind the commands of package.json, each once. */
const FILES = [
  ...new Set(
    Object.values(scripts).flatMap((line) =>
      [...line.matchAll(/tsx scripts\/(\S+)/g)].map(([, file = ""]) => file),
    ),
  ),
];

describe("every line of package.json", () => {
  it.each(Object.entries(scripts))("checks first that Node is new enough: %s", (_, line) => {
    expect(line).toMatch(/^(node scripts\/kit\/check-node\.cjs && |npm run )/);
  });
});

describe("every command of package.json", () => {
  it("is known to these tests", () => {
    expect(FILES).toEqual(
      expect.arrayContaining([
        "build/build.ts",
        "replay/replay.ts",
        "doctor/doctor.ts",
        "import/import.ts",
        "verify/lpf.ts",
        "verify/node.ts",
      ]),
    );
  });

  it.each(FILES)("does nothing on --help but tell its use and exit status: %s", async (file) => {
    const run = await callScript(file, ["--help"]);
    expect(run).toMatchObject({ status: 0, stderr: "" });
    expect(run.stdout.split("\n").length).toBeGreaterThan(2);
    expect(run.stdout).toMatch(/^Exit status: 0 [\s\S]*\b1 [\s\S]*\b2\sfor\sa\swrong\scall/m);
    expect(run.stdout).not.toContain("\u001b[");
    expect(Math.max(...run.stdout.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(100);
  });

  it("is started by package.json's loader as by the tests", async () => {
    const run = await runCommandOfPackage("replay/replay.ts", ["--help"]);
    expect(run).toEqual(await callScript("replay/replay.ts", ["--help"]));
  });

  it.each(FILES)("refuses an option that it does not know, without a stack: %s", async (file) => {
    const run = await callScript(file, ["--no-such-option"]);
    expect(run).toMatchObject({ status: 2, stdout: "" });
    expect(run.stderr).toContain("--no-such-option is no option of this command; it takes ");
    expect(run.stderr).toContain("See --help.");
    expect(run.stderr).not.toMatch(/^ +at /m);
  });
});
