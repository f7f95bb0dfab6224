import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { builtFile } from "../../../scripts/build/built-file.ts";
import { checksumsOf } from "../../../scripts/build/checksums.ts";
import { VERSION } from "../../../scripts/build/version.ts";
import type { Check } from "../../../scripts/doctor/check.ts";
import { examineCode } from "../../../scripts/doctor/code.ts";
import { checksumsIn, DIST, examineDist, examineFile } from "../../../scripts/doctor/files.ts";
import { temporaryFile, temporaryFolder } from "../../support/temporary-files.ts";

const V1 = builtFile("v1");
const V2 = builtFile("v2");

function judged(code: string, meant: Parameters<typeof examineCode>[3] = {}): Promise<Check> {
  return examineCode("code", code, checksumsIn(DIST), meant, "Paste it again.");
}

describe("the doctor's look at a code", () => {
  it.each(["v1", "v2"] as const)("finds each built file of %s whole and unchanged", async (generation) => {
    for (const name of ["ClincBot", "ClincAgent"] as const)
      expect(await judged(builtFile(generation, name), { generation, name })).toEqual({
        name: "code",
        status: "ok",
        finding: `version ${VERSION}, whole and unchanged`,
      });
  });

  it("does not mind what an editor does to line ends, and to white space around", async () => {
    for (const code of [V1.replaceAll("\n", "\r\n"), V1.trimEnd(), `\uFEFF${V1}\n\n`, ` \n${V2}`])
      expect((await judged(code)).status).toBe("ok");
  });

  it.each<[what: string, code: string, finding: RegExp | string]>([
    ["nothing", " \n", "there is no code"],
    ["something else", "<!doctype html>", /^it is none of ours, or cut off or edited at its beginning/],
    ["a file cut off in its comment", V1.slice(0, 60), /^it is none of ours, or cut off/],
    [
      "a file cut off in the middle",
      V1.slice(0, 40_000),
      /^cut off or edited: it does not parse, line \d+: .+; 40,000 of [\d,]+ characters of version/,
    ],
    [
      "a file with a word too many",
      V2.replace("async function lambda", "async funktion lambda"),
      /^cut off or edited: it does not parse, line \d+: /,
    ],
    [
      "a file that was edited",
      V1.replace("CLINC_TIMEOUT_MS = 8000", "CLINC_TIMEOUT_MS = 9000"),
      /^edited: it is not as it was built; [\d,]+ of [\d,]+ characters of version/,
    ],
    [
      "a file below somebody's own comment",
      `// our bot\n${V1}`,
      /^its first line is not "function lambda\(input, callback\) \{"/,
    ],
    [
      "a version that nobody has built",
      V1.replace(`Functions ${VERSION} (`, "Functions 9.9.9 ("),
      "it says version 9.9.9, which dist/checksums.json does not know",
    ],
  ])("names %s", async (_, code, finding) => {
    expect([V1, V2]).not.toContain(code);
    const meant = { name: "ClincBot" } as const;
    const check = await judged(code, meant);
    expect(check).toMatchObject({ status: "failed", remedy: "Paste it again." });
    expect(check.finding).toMatch(finding);
  });

  it("names the file of the other generation, and of the other function", async () => {
    const other = await judged(V2, { generation: "v1", name: "ClincBot" });
    expect(other).toMatchObject({
      status: "failed",
      finding: "it is the file for Functions V2, not for V1",
    });
    const agents = await judged(builtFile("v1", "ClincAgent"), { generation: "v1", name: "ClincBot" });
    expect(agents).toMatchObject({
      status: "failed",
      finding: "it is the file of ClincAgent, not of ClincBot",
    });
  });

  it("warns of an older version that is whole", async () => {
    const older = V1.replace(`Functions ${VERSION} (`, "Functions 0.9.0 (");
    const files = checksumsOf(new Map([["v1/functions/ClincBot/index.js", older]]));
    const known = { [VERSION]: checksumsIn(DIST)[VERSION] ?? {}, "0.9.0": files };
    expect(await examineCode("code", older, known, { generation: "v1" }, "Paste it again.")).toEqual({
      name: "code",
      status: "warning",
      finding: `version 0.9.0, whole and unchanged; this project has ${VERSION}`,
      remedy: "Paste it again.",
    });
  });
});

describe("the doctor's look at a file", () => {
  it("knows one that was copied out of LivePerson, whichever of ours it is", async () => {
    const file = temporaryFile("copied.js", builtFile("v2", "ClincAgent"));
    expect(await examineFile(file)).toEqual({
      name: "file",
      status: "ok",
      finding: `copied.js: version ${VERSION}, whole and unchanged`,
    });
  });

  it("names one that is cut off, how much is missing, and what to do", async () => {
    const check = await examineFile(temporaryFile("copied.js", V1.slice(0, 50_000)));
    expect(check.finding).toMatch(/does not parse, .*; 50,000 of [\d,]+ characters of version/);
    expect(check.remedy).toContain("select all of the code in the editor, paste the whole of index.js");
  });

  it("names one that is not there", async () => {
    expect(await examineFile("no/such.js")).toMatchObject({
      status: "failed",
      finding: "no/such.js is not there",
    });
  });
});

describe("the doctor's look at dist", () => {
  async function dist(change: (folder: string) => void): Promise<Check[]> {
    const folder = temporaryFolder();
    for (const part of ["v1", "v2", "checksums.json"])
      cpSync(join(DIST, part), join(folder, part), { recursive: true });
    change(folder);
    const checks: Check[] = [];
    for await (const check of examineDist(folder)) checks.push(check);
    return checks;
  }

  it("finds both generations as they were built, with the lengths of their files", async () => {
    const checks = await dist(() => {});
    expect(checks.map(({ name, status }) => [name, status])).toEqual([
      ["dist/v1", "ok"],
      ["dist/v2", "ok"],
    ]);
    expect(checks[0]?.finding).toMatch(
      /^version \S+, unchanged; ClincBot [\d,]+ and ClincAgent [\d,]+ of 100,000 characters$/,
    );
  });

  it("names a file that is missing", async () => {
    const [v1, v2] = await dist((folder) => rmSync(join(folder, "v2/functions/ClincAgent/index.js")));
    expect(v1?.status).toBe("ok");
    expect(v2).toMatchObject({
      name: "dist/v2",
      status: "failed",
      remedy: expect.stringContaining("npm run build"),
    });
    expect(v2?.finding).toBe("dist/v2/functions/ClincAgent/index.js is missing");
  });

  it("names a file that was destroyed, also that of the slash command", async () => {
    const [v1] = await dist((folder) =>
      writeFileSync(
        join(folder, "v1/functions/ClincAgent/index.js"),
        builtFile("v1", "ClincAgent").slice(0, 9_000),
      ),
    );
    expect(v1?.status).toBe("failed");
    expect(v1?.finding).toMatch(/^ClincAgent: cut off or edited: it does not parse/);
  });

  it("says when it has nothing to hold them against", async () => {
    for (const text of ["<<<<<<< ours", undefined]) {
      const checks = await dist((folder) => {
        if (text) writeFileSync(join(folder, "checksums.json"), text);
        else rmSync(join(folder, "checksums.json"));
      });
      expect(checks.map(({ name, status }) => [name, status])).toEqual([
        ["dist", "failed"],
        ["dist/v1", "skipped"],
        ["dist/v2", "skipped"],
      ]);
    }
  });
});
