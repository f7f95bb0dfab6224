import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { checksumsAfter } from "../../../scripts/build/release.ts";
import { CommandFailure } from "../../../scripts/kit/command.ts";
import { temporaryFile } from "../../support/temporary-files.ts";

/** A folder `dist` in which these versions have been built, with what the changelog's headings say of them. */
function distWith(headings: readonly string[], checksums?: string): string {
  const changelog = headings.map((heading) => `## ${heading}\n\n- Something to notice.\n`).join("\n");
  const folder = dirname(temporaryFile("CHANGELOG.md", `# What changed\n\n${changelog}`));
  if (checksums !== undefined) writeFileSync(join(folder, "checksums.json"), checksums);
  return folder;
}

const FIRST = new Map([["v1/index.js", "built once"]]);
const OTHER = new Map([["v1/index.js", "built from something else"]]);

/** What `checksums.json` says after a build of these files. */
const checksumsOf = (version: string, files: ReadonlyMap<string, string>, checksums?: string) =>
  checksumsAfter(distWith([`${version} (unreleased)`], checksums), version, files);

describe("the checksums", () => {
  it("are SHA-256 of the UTF-8 and characters as the platform counts them, by version and path", () => {
    expect(JSON.parse(checksumsOf("1.0.0", new Map([["v2/index.js", "größer 👍\n"]])))).toEqual({
      "1.0.0": {
        "v2/index.js": {
          sha256: "d77b196977daf9c8370040ac4cc6c0d3377d9f750b741899ec6ca2630cf174b1",
          characters: 9,
        },
      },
    });
  });

  it("of a version stay when another is built, and the newer one stands above", () => {
    const both = checksumsOf("1.1.0", OTHER, checksumsOf("1.0.0", FIRST));
    expect(Object.keys(JSON.parse(both))).toEqual(["1.1.0", "1.0.0"]);
    expect(JSON.parse(both)["1.0.0"]).toEqual(JSON.parse(checksumsOf("1.0.0", FIRST))["1.0.0"]);
  });

  it("keep their order when an older version is built once more", () => {
    const both = checksumsOf("1.1.0", OTHER, checksumsOf("1.0.0", FIRST));
    expect(checksumsOf("1.0.0", FIRST, both)).toBe(both);
  });
});

describe("a version", () => {
  const built = () => checksumsOf("1.1.0", FIRST);

  it("takes any number of builds until it is released", () => {
    const dist = distWith(["1.1.0 (unreleased)"], built());
    expect(checksumsAfter(dist, "1.1.0", OTHER)).toBe(checksumsOf("1.1.0", OTHER));
  });

  it("takes the same files again after it is released", () => {
    expect(checksumsAfter(distWith(["1.1.0", "1.0.0"], built()), "1.1.0", FIRST)).toBe(built());
  });

  it.each<[what: string, files: ReadonlyMap<string, string>]>([
    ["another text", OTHER],
    ["another file", new Map([["v2/index.js", "built once"]])],
    ["one file more", new Map([...FIRST, ["v2/index.js", "built once"]])],
    ["no file", new Map()],
  ])("takes nothing else after it is released, and says what to do: %s", (_, files) => {
    const build = () => checksumsAfter(distWith(["1.1.0"], built()), "1.1.0", files);
    expect(build).toThrow(CommandFailure);
    expect(build).toThrow(
      "1.1.0 is released, and dist would change under it: raise the version in package.json, add a line to dist/CHANGELOG.md, and build",
    );
  });

  it("is free again once its number is raised", () => {
    const dist = distWith(["1.1.1 (unreleased)", "1.1.0"], built());
    expect(Object.keys(JSON.parse(checksumsAfter(dist, "1.1.1", OTHER)))).toEqual(["1.1.1", "1.1.0"]);
  });

  it.each([[["1.0.0"]], [["1.1.0-rc (unreleased)"]], [["11.1.0"]], [[]]])(
    "that the changelog does not know is not built: %j",
    (headings) => {
      expect(() => checksumsAfter(distWith(headings), "1.1.0", FIRST)).toThrow(
        'dist/CHANGELOG.md says nothing of 1.1.0: write there what an administrator would notice, below "## 1.1.0 (unreleased)", and build',
      );
    },
  );
});

describe("checksums that no build has written", () => {
  it.each([
    "",
    "<<<<<<< HEAD\n{}",
    "[]",
    '{ "1.1.0": 7 }',
    '{ "1.1.0": { "a": { "sha256": "x", "characters": 1 } } }',
  ])("are named, and not overwritten: %j", (checksums) => {
    expect(() => checksumsOf("1.1.0", FIRST, checksums)).toThrow(
      "dist/checksums.json is not as a build writes it: take it from the last commit, and build",
    );
  });
});
