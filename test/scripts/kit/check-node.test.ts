import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { transform } from "esbuild";
import { describe, expect, it } from "vitest";
import { temporaryFile } from "../../support/temporary-files.ts";

const FILE = join(import.meta.dirname, "../../../scripts/kit/check-node.cjs");

/** Runs the check on this Node, which says that it is another. */
function checkOn(version: string) {
  const versions = `{ ...process.versions, node: ${JSON.stringify(version)} }`;
  const disguise = temporaryFile(
    "disguise.cjs",
    `Object.defineProperty(process, "versions", { value: ${versions} });`,
  );
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--require", disguise, FILE], {
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

describe("the check of Node", () => {
  it.each(["12.22.12", "18.20.8", "20.0.0", "20.11.9", "9.99.99"])(
    "refuses %s in one sentence",
    (version) => {
      expect(checkOn(version)).toEqual({
        status: 1,
        stdout: "",
        stderr: `This needs Node 20.12.0 or newer, and runs on ${version}: install a newer one from https://nodejs.org\n`,
      });
    },
  );

  it.each(["20.12.0", "20.12.1", "20.100.0", "22.0.0", "100.0.0", "20.12.0-nightly"])(
    "has nothing to say to %s",
    (version) => {
      expect(checkOn(version)).toEqual({ status: 0, stdout: "", stderr: "" });
    },
  );

  it("is written so that a Node of any age can read it", async () => {
    const source = readFileSync(FILE, "utf8");
    const [plain, lowered] = await Promise.all([transform(source), transform(source, { target: "es2015" })]);
    expect(lowered.code).toBe(plain.code);
  });
});
