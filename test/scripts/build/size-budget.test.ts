import { describe, expect, it } from "vitest";
import type { Body } from "../../../esbuild.config.ts";
import { builtFile, freshBody } from "../../../scripts/build/built-file.ts";
import { FUNCTION_NAMES } from "../../../scripts/build/functions.ts";
import {
  BUDGETS,
  CHARACTER_LIMIT,
  characters,
  modulesOf,
  overBudget,
  type Sizes,
  sizesOf,
} from "../../../scripts/build/size-budget.ts";

const small: Body = {
  text: "\nvar clincBot;\n",
  inputs: [
    { path: "src/bot/turn.ts", characters: 40 },
    { path: "src/runtime/fetch-adapter.ts", characters: 7 },
    { path: "node_modules/zod/a.js", characters: 30 },
    { path: "node_modules/zod/b.js", characters: 25 },
    { path: "node_modules/axios/lib/axios.js", characters: 60 },
    { path: "node_modules/axios/lib/unused.js", characters: 0 },
  ],
};

describe("the sizes of a built file", () => {
  it("are counted by part: axios with its adapters, zod, the documentation, and our own", () => {
    expect(sizesOf("/* 24 characters more. */var clincBot;", small)).toEqual({
      whole: 38,
      parts: [
        ["axios with its adapters", 67],
        ["zod", 55],
        ["documentation and licences", 25],
        ["own code", 40],
      ],
    });
  });

  it("are listed by module, the largest first, without those that take no room", () => {
    expect(modulesOf(small).map((module) => module.characters)).toEqual([60, 40, 30, 25, 7]);
  });

  it("account for nearly every character", async () => {
    const code = builtFile("v2");
    const { whole, parts } = sizesOf(code, await freshBody("ClincBot"));
    const sum = parts.reduce((total, [, size]) => total + size, 0);
    expect(Math.abs(sum - whole) / whole).toBeLessThan(0.05);
  });

  it("count characters as the platform does, an emoji as one", () => {
    expect(characters("ab€😀")).toBe(4);
    expect(characters("\ude00\ud83d")).toBe(2);
  });
});

describe("a budget", () => {
  it("is kept to the last character", () => {
    expect(overBudget({ whole: CHARACTER_LIMIT, parts: [["zod", BUDGETS.ClincBot.zod]] })).toEqual([]);
  });

  it("that is crossed is named with both figures, the whole file's and each part's", () => {
    const sizes = sizesOf("x".repeat(95_001), {
      text: "",
      inputs: [{ path: "node_modules/zod/a.js", characters: 2_201 }],
    });
    expect(overBudget(sizes)).toEqual([
      "the file has 95001 of 95000 characters",
      "zod: 2201 of 2200 characters",
      "documentation and licences: 95001 of 6000 characters",
    ]);
  });

  it("is each function's own", () => {
    const sizes: Sizes = { whole: 60_000, parts: [["own code", 60_000]] };
    expect(overBudget(sizes, "ClincBot")).toEqual([]);
    expect(overBudget(sizes, "ClincAgent")).toEqual([
      `own code: 60000 of ${BUDGETS.ClincAgent["own code"]} characters`,
    ]);
  });

  it.each(FUNCTION_NAMES)("of the parts of %s leaves its file within the platform's limit", (name) => {
    const sum = Object.values(BUDGETS[name]).reduce((total, budget) => total + budget, 0);
    expect(sum).toBeLessThanOrEqual(CHARACTER_LIMIT);
  });
});
