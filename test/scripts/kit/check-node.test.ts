import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { compileFunction } from "node:vm";
import { transform } from "esbuild";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../support/temporary-files.ts";

const FILE = join(import.meta.dirname, "../../../scripts/kit/check-node.cjs");

/** Runs the check within this process, which says to it that it is another Node, and has what it needs and no more. */
function checkOn(version: string) {
  const run = { status: 0, stderr: "" };
  const said = {
    versions: { ...process.versions, node: version },
    set exitCode(status: number) {
      run.status = status;
    },
  };
  const console = {
    error(sentence: string) {
      run.stderr += `${sentence}\n`;
    },
  };
  const check = compileFunction(readFileSync(FILE, "utf8"), ["require", "process", "console"]);
  check(createRequire(FILE), said, console);
  return run;
}

describe("the check of Node", () => {
  it.each(["12.22.12", "18.20.8", "20.0.0", "20.11.9", "9.99.99"])(
    "refuses %s in one sentence",
    (version) => {
      expect(checkOn(version)).toEqual({
        status: 1,
        stderr: `This needs Node 20.12.0 or newer, and runs on ${version}: install a newer one from https://nodejs.org\n`,
      });
    },
  );

  it.each(["20.12.0", "20.12.1", "20.100.0", "22.0.0", "100.0.0", "20.12.0-nightly"])(
    "has nothing to say to %s",
    (version) => {
      expect(checkOn(version)).toEqual({ status: 0, stderr: "" });
    },
  );

  it("says what to do where the packages are missing, or are those of another time", () => {
    const folder = temporaryFolder();
    const file = join(folder, "scripts/kit/check-node.cjs");
    mkdirSync(dirname(file), { recursive: true });
    copyFileSync(FILE, file);
    const dependencies = { engines: { node: ">=20.12.0" }, devDependencies: { leven: "4.1.0" } };
    writeFileSync(join(folder, "package.json"), JSON.stringify(dependencies));
    const check = () => spawnSync(process.execPath, [file], { encoding: "utf8" });
    const sentence = "The package leven is not installed as package.json wants it: run npm ci\n";
    expect(check()).toMatchObject({ status: 1, stdout: "", stderr: sentence });

    const installed = join(folder, "node_modules/leven");
    mkdirSync(installed, { recursive: true });
    writeFileSync(join(installed, "package.json"), JSON.stringify({ version: "3.0.0" }));
    expect(check()).toMatchObject({ status: 1, stdout: "", stderr: sentence });
    writeFileSync(join(installed, "package.json"), JSON.stringify({ version: "4.1.0" }));
    expect(check()).toMatchObject({ status: 0, stdout: "", stderr: "" });
  });

  it("is written so that a Node of any age can read it", async () => {
    const source = readFileSync(FILE, "utf8");
    const [plain, lowered] = await Promise.all([transform(source), transform(source, { target: "es2015" })]);
    expect(lowered.code).toBe(plain.code);
  });
});
