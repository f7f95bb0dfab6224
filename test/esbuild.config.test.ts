import { describe, expect, it } from "vitest";
import { freshBody } from "../scripts/build/built-file.ts";
import { AXIOS_STUBS } from "../scripts/build/stubs/axios.ts";
import { ZOD_STUBS } from "../scripts/build/stubs/zod.ts";

describe("the bundle", () => {
  it("has of axios only what sends a request, and of zod only what checks a value", async () => {
    const { inputs } = await freshBody("ClincBot");
    const libraries = inputs.filter(({ path }) => path.includes("node_modules"));
    expect(libraries.every(({ path }) => /node_modules\/(axios|zod)\//.test(path))).toBe(true);
    expect(libraries.map(({ path }) => path).join()).not.toMatch(
      /adapters\/(xhr|http|fetch)|locales|json-schema/,
    );
  });
});

describe("what stands in for a library's file", () => {
  it.each(Object.entries({ ...AXIOS_STUBS, ...ZOD_STUBS }))("says why that is safe: %s", (_, { why }) => {
    expect(why).toMatch(/\w+ \w+ \w+/);
  });
});
