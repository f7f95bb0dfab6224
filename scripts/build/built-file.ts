import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FUNCTION_NAME } from "./build.ts";
import type { Generation } from "./generation.ts";

/** Where the file to paste is. */
export function builtFilePath(generation: Generation): string {
  return join(import.meta.dirname, "../../dist", generation, "functions", FUNCTION_NAME, "index.js");
}

/** The text of the file to paste. */
export function builtFile(generation: Generation): string {
  return readFileSync(builtFilePath(generation), "utf8");
}
