import { join } from "node:path";
import { runProgram } from "../kit/run-program.ts";

const ROOT = join(import.meta.dirname, "../..");
const BIOME = join(ROOT, "node_modules/@biomejs/biome/bin/biome");

/** The text of a JSON file in the form that the project's own files have. */
export function formattedJson(json: string): Promise<string> {
  const options = ["format", "--stdin-file-path=conversation.json", `--config-path=${ROOT}`];
  return runProgram(process.execPath, [BIOME, ...options], { cwd: ROOT, input: json });
}
