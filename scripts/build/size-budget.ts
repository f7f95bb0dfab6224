import type { Body } from "../../esbuild.config.ts";
import type { FunctionName } from "./functions.ts";

/**
 * A built file may have this many characters. The platform takes 100,000; the rest is kept for a bank's own remarks
 * and for what is yet to come.
 */
export const CHARACTER_LIMIT = 95_000;

/** What the characters are spent on. */
export type Part = "axios with its adapters" | "zod" | "documentation and licences" | "own code";

/** What the libraries may have, in each function. */
const LIBRARIES = { "axios with its adapters": 3_000, zod: 2_200 };

/** What each part may have; more is a decision, not an accident. */
export const BUDGETS: Record<FunctionName, Record<Part, number>> = {
  ClincBot: { ...LIBRARIES, "documentation and licences": 6_000, "own code": 83_800 },
  ClincAgent: { ...LIBRARIES, "documentation and licences": 5_000, "own code": 44_000 },
};

/** Characters of a built file, as a whole and by part. */
export type Sizes = { whole: number; parts: Array<[part: Part, characters: number]> };

/** Two units of a string that are one character. */
const PAIR = /[\ud800-\udbff][\udc00-\udfff]/g;

/** Characters as the platform counts them. */
export function characters(code: string): number {
  return code.length - (code.match(PAIR)?.length ?? 0);
}

/** @param code the built file, of which `body` is the largest part */
export function sizesOf(code: string, body: Body): Sizes {
  const parts = new Map(Object.keys(BUDGETS.ClincBot).map((part) => [part as Part, 0]));
  const add = (part: Part, more: number) => parts.set(part, (parts.get(part) ?? 0) + more);
  for (const input of body.inputs) add(partOf(input.path), input.characters);
  add("documentation and licences", characters(code) - characters(body.text.trim()));
  return { whole: characters(code), parts: [...parts] };
}

/** Every module of a body that takes room, the largest first. */
export function modulesOf(body: Body): Body["inputs"] {
  return body.inputs.filter((input) => input.characters > 0).sort((a, b) => b.characters - a.characters);
}

function partOf(path: string): Part {
  if (/node_modules\/axios\/|-adapter\.ts$/.test(path)) return "axios with its adapters";
  return path.includes("node_modules/zod/") ? "zod" : "own code";
}

/** What is over its budget, in a sentence each; empty for a file that may be deployed. */
export function overBudget({ whole, parts }: Sizes, name: FunctionName = "ClincBot"): string[] {
  const budgets = BUDGETS[name];
  const over = parts.filter(([part, size]) => size > budgets[part]);
  return [
    ...(whole > CHARACTER_LIMIT ? [`the file has ${whole} of ${CHARACTER_LIMIT} characters`] : []),
    ...over.map(([part, size]) => `${part}: ${size} of ${budgets[part]} characters`),
  ];
}
