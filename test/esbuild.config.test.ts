import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { bundleBody, pathInAxios, UNREACHABLE_IN_AXIOS } from "../esbuild.config.ts";

const root = join(import.meta.dirname, "..");

/** The text of axios's files that are in the bundle as they are, by their path in it. */
let kept: Map<string, string>;
beforeAll(async () => {
  const { inputs } = await bundleBody();
  kept = new Map(
    inputs
      .filter(({ path }) => path.includes("axios/lib/"))
      .map(({ path }) => [pathInAxios(join(root, path)), readFileSync(join(root, path), "utf8")] as const)
      .filter(([path]) => !(path in UNREACHABLE_IN_AXIOS)),
  );
});

/** What the kept files import from a stubbed one: names, and `default`. */
function importedFrom(stubbed: string): string[] {
  const name = stubbed.split("/").at(-1);
  const statement = new RegExp(`import (?:(\\w+))?,? ?(?:\\{([^}]*)\\})? from ['"][^'"]*/${name}['"]`, "g");
  return [...kept.values()].flatMap((text) =>
    [...text.matchAll(statement)].flatMap(([, whole, names = ""]) => [
      ...(whole ? ["default"] : []),
      ...names.split(",").flatMap((one) => one.trim().split(/ as /)[0] || []),
    ]),
  );
}

describe("what stands in for a file of axios", () => {
  it.each(Object.entries(UNREACHABLE_IN_AXIOS))("%s says why that is safe", (_, { why }) => {
    expect(why).toMatch(/\w+ \w+ \w+/);
  });

  it.each(Object.entries(UNREACHABLE_IN_AXIOS))("%s exports what the rest imports", (file, { instead }) => {
    for (const name of importedFrom(file)) {
      const exported =
        name === "default" ? "export default" : new RegExp(`export (const|function|class) ${name}\\b`);
      expect(instead, `${name} of ${file}`).toMatch(exported);
    }
  });

  it("utilities has every member that the rest calls", () => {
    const stub = UNREACHABLE_IN_AXIOS["utils.js"]?.instead;
    const calls = [...kept.values()].flatMap((text) => [...text.matchAll(/\butils\.(\w+)\b(?!\.js)/g)]);
    const members = new Set(calls.map(([, member]) => member).filter((member) => member !== "js"));
    expect(members.size).toBeGreaterThanOrEqual(4);
    for (const member of members) expect(stub).toMatch(new RegExp(`\\b${member}:`));
  });

  it("headers has every method that the rest calls on headers", () => {
    const stub = UNREACHABLE_IN_AXIOS["core/AxiosHeaders.js"]?.instead;
    const calls = [...kept.values()].flatMap((text) => [
      ...text.matchAll(/(?:\bheaders|\bAxiosHeaders)\.(\w+)\(/g),
    ]);
    const methods = new Set(calls.map(([, method]) => method));
    expect(methods.size).toBeGreaterThanOrEqual(3);
    for (const method of methods) expect(stub).toMatch(new RegExp(`\\b${method}\\(`));
  });
});

describe("the bundle", () => {
  it("has of axios only what sends a request, and of zod only what checks a value", async () => {
    const libraries = (await bundleBody()).inputs.filter(({ path }) => path.includes("node_modules"));
    expect(libraries.every(({ path }) => /node_modules\/(axios|zod)\//.test(path))).toBe(true);
    expect(libraries.map(({ path }) => path).join()).not.toMatch(
      /adapters\/(xhr|http|fetch)|locales|json-schema/,
    );
  });
});
