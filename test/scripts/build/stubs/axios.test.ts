import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { freshBody } from "../../../../scripts/build/built-file.ts";
import { AXIOS_STUBS } from "../../../../scripts/build/stubs/axios.ts";
import { pathInLibraries, trimmed } from "../../../../scripts/build/trim-libraries.ts";

const root = join(import.meta.dirname, "../../../..");

/** What is in the bundle as axios wrote it: whole files, and declarations out of others. */
let kept: string[];
beforeAll(async () => {
  const { inputs } = await freshBody("ClincBot");
  kept = inputs
    .map(({ path }) => join(root, path))
    .filter((path) => path.includes("/axios/"))
    .map((path) => {
      const stub = AXIOS_STUBS[pathInLibraries(path)];
      return stub ? trimmed(path, { ...stub, instead: "" }) : readFileSync(path, "utf8");
    });
});

/** What the kept files call on something: the names of its members. */
function called(pattern: RegExp): string[] {
  return [
    ...new Set(kept.flatMap((text) => [...text.matchAll(pattern)].map(([, member]) => String(member)))),
  ];
}

describe("what stands in for a file of axios", () => {
  it("has every utility that the rest calls", () => {
    const members = called(/\butils\.(?!js\b)(\w+)\b/g);
    expect(members.length).toBeGreaterThanOrEqual(3);
    for (const member of members)
      expect(AXIOS_STUBS["axios/lib/utils.js"]?.instead).toMatch(new RegExp(`\\b${member}:`));
  });

  it("has every method that the rest calls on headers", () => {
    const methods = called(/(?:\bheaders|\bAxiosHeaders)\.(\w+)\(/g);
    expect(methods.length).toBeGreaterThanOrEqual(3);
    for (const method of methods)
      expect(AXIOS_STUBS["axios/lib/core/AxiosHeaders.js"]?.instead).toMatch(new RegExp(`\\b${method}\\(`));
  });
});
