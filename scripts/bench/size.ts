import { bundleBody } from "../../esbuild.config.ts";
import { builtFile } from "../build/built-file.ts";
import { BUDGETS, CHARACTER_LIMIT, characters, sizesOf } from "../build/size-budget.ts";
import { exactly, type Row } from "./row.ts";

/** Characters of the committed files, and of what is in them. */
export async function sizeRows(rivalCode: string): Promise<Row[]> {
  const { parts } = sizesOf(builtFile("v1"), await bundleBody());
  return [
    row("V1 file", characters(builtFile("v1")), CHARACTER_LIMIT),
    row("V2 file", characters(builtFile("v2")), CHARACTER_LIMIT),
    ...parts.map(([part, size]) => row(part, size, BUDGETS.ClincBot[part])),
    row("axios and zod as they come", characters(rivalCode)),
  ];
}

function row(subject: string, size: number, atMost?: number): Row {
  return {
    measure: "characters",
    subject,
    value: exactly(size),
    unit: "characters",
    ...(atMost !== undefined && { goal: { atMost, of: "value" } }),
  };
}
