import { bundleBody } from "../../esbuild.config.ts";
import { breakdown, characters } from "../package.ts";
import { exactly, type Row } from "./row.ts";
import { built } from "./workshop.ts";

/** What the characters of the built file are for, and how many each may take. */
const BUDGETS: Array<{ part: string; paths: RegExp; atMost?: number }> = [
  { part: "axios and its adapters", paths: /^axios$|-adapter\.ts$/, atMost: 36_000 },
  { part: "zod", paths: /^zod$/, atMost: 20_000 },
  { part: "documentation and licences", paths: /^documentation/, atMost: 8_000 },
  { part: "own code", paths: /^/ },
];

const WHOLE_FILE = 88_000;

/** Characters of the committed files, and of what is in them. */
export async function sizeRows(rivalCode: string): Promise<Row[]> {
  const sizes = (["v1", "v2"] as const).map((generation): Row => {
    const value = exactly(characters(built(generation)));
    const goal = { atMost: WHOLE_FILE, of: "value" } as const;
    return {
      measure: "characters",
      subject: `${generation.toUpperCase()} file`,
      value,
      unit: "characters",
      goal,
    };
  });
  return [...sizes, ...(await partRows()), rivalRow(rivalCode)];
}

async function partRows(): Promise<Row[]> {
  const parts = breakdown(built("v1"), await bundleBody());
  const sums = BUDGETS.map(() => 0);
  for (const [name, size] of parts) {
    const at = BUDGETS.findIndex(({ paths }) => paths.test(name));
    sums[at] = (sums[at] ?? 0) + size;
  }
  return BUDGETS.map(({ part, atMost }, at) => ({
    measure: "characters",
    subject: part,
    value: exactly(sums[at] ?? 0),
    unit: "characters",
    ...(atMost !== undefined && { goal: { atMost, of: "value" } as const }),
  }));
}

function rivalRow(code: string): Row {
  return {
    measure: "characters",
    subject: "axios and zod as they come",
    value: exactly(characters(code)),
    unit: "characters",
  };
}
