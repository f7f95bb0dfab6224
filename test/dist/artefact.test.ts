import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { describe, expect, it } from "vitest";
import { distFiles } from "../../scripts/build/dist-files.ts";
import { FUNCTION_NAMES, FUNCTIONS, type FunctionName } from "../../scripts/build/functions.ts";
import { GENERATIONS } from "../../scripts/build/generation.ts";
import { CHARACTER_LIMIT, characters } from "../../scripts/build/size-budget.ts";

const dist = join(import.meta.dirname, "../../dist");
const file = (path: string) => readFileSync(join(dist, path), "utf8");
const codeOf = (name: FunctionName) => ({
  v1: file(`v1/functions/${name}/index.js`),
  v2: file(`v2/functions/${name}/index.js`),
});

/** What stands below documentation and entry: the same text in both generations. */
const body = (text: string) => text.slice(text.search(/^var clinc\w+=/m));

/** What stands in `dist` beside that: the checksums by version, and what people write for those who deploy. */
const BESIDE_BUILT_FILES = ["README.md", "CHANGELOG.md", "checksums.json"];

describe("the committed dist", () => {
  it("is the build of src, byte for byte; if not, run npm run build and commit dist", async () => {
    const { files } = await distFiles();
    const committed = readdirSync(dist, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(dist, join(entry.parentPath, entry.name)).split(sep).join("/"))
      .filter((path) => !BESIDE_BUILT_FILES.includes(path));
    expect(committed.sort()).toEqual([...files.keys()].sort());
    for (const [path, content] of files) expect(file(path) === content, `${path} differs`).toBe(true);
  });

  it.each(FUNCTION_NAMES)("holds the paste file of %s once more in the package for the REST API", (name) => {
    const { packageName } = FUNCTIONS[name];
    const code = codeOf(name);
    expect(JSON.parse(file(`v1/${packageName}`)).implementation.code).toBe(code.v1);
    expect(JSON.parse(file(`v2/${packageName}`)).manifest.code).toBe(code.v2);
  });
});

const FILES = FUNCTION_NAMES.flatMap((name) => GENERATIONS.map((generation) => ({ name, generation })));

describe.each(FILES)("the file of $name for $generation", ({ name, generation }) => {
  const text = codeOf(name)[generation];

  it("fits into the platform with room to spare", () => {
    expect(characters(text)).toBeLessThanOrEqual(CHARACTER_LIMIT);
  });

  it.each([
    ["eval", /\beval\b/],
    ["Function constructor", /\bFunction\s*\(/],
    ["log method that the platform lacks", /console\.(?!debug|info|warn|error)/],
    ["require", /\brequire\s*\(/],
    ["import", /\bimport\s*[("'{]|\bimport\s+\w/],
    ["export", /\bexport\b/],
  ])("holds no %s below its entry", (_, forbidden) => {
    expect(forbidden.exec(body(text))?.[0]).toBeUndefined();
  });

  it("holds no mark at which LivePerson's local tools cut or rewrite a file", () => {
    expect(text).not.toContain("// Rewire require");
    expect(text).not.toContain("// This is an auto");
    if (generation === "v2") {
      expect(text).not.toMatch(/require\(["'][^"']*["']\);/);
      expect(text.match(/import .* from ".*";/g)).toEqual([
        'import { Toolbelt } from "core-functions-toolbelt";',
      ]);
    }
  });

  it("says right below its first line what it is, how to set it up, and every setting", () => {
    const comment = text.slice(text.indexOf("/*"), text.indexOf("*/"));
    expect(text.slice(0, text.indexOf("/*")).trim().split("\n")).toHaveLength(1);
    for (const word of [
      "Set-up",
      "clinc_host",
      "clinc_app_key",
      "clinc_ai_version",
      name === "ClincBot" ? "TRANSFER_SKILL" : "ASSIST_MIN_SCORE = 0.5",
      "CLINC_TIMEOUT_MS = 8000",
    ]) {
      expect(comment).toContain(word);
    }
  });

  it("carries the licence notices of axios and zod", () => {
    expect(text).toContain("Copyright (c) 2014-present Matt Zabriskie");
    expect(text).toContain("Copyright (c) 2025 Colin McDonnell");
    expect(text).toContain("The above copyright notice and this");
  });
});

describe.each(FUNCTION_NAMES)("the entry of %s", (name) => {
  const code = codeOf(name);

  it("is the first line in V1, which calls its callback", () => {
    expect(code.v1.split("\n")[0]).toBe("function lambda(input, callback) {");
    expect(code.v1).toContain("callback(null, reply)");
    expect(code.v1.match(/require\(/g)).toHaveLength(1);
  });

  it("stands right below the one import in V2", () => {
    expect(code.v2.split("\n")[0]).toBe('import { Toolbelt } from "core-functions-toolbelt";');
    expect(code.v2).toContain("\nasync function lambda(input) {\n");
  });

  it("leads to the same text in both generations", () => {
    expect(body(code.v1)).toBe(body(code.v2));
  });
});
