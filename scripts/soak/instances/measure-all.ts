import { fork } from "node:child_process";
import { join } from "node:path";
import { GENERATIONS, type Generation } from "../../build/generation.ts";
import { CommandFailure } from "../../kit/command.ts";
import type { Column, Effort } from "./measure.ts";

const PROGRAM = join(import.meta.dirname, "measured-generation.ts");

/** Where the loader of TypeScript is found, wherever the command was called. */
const ROOT = join(import.meta.dirname, "../../..");

/** Megabytes for what does not live long, which is nearly all of it: else a fifth of the time would go into its collection. */
const ROOM_FOR_YOUNG = ["--max-semi-space-size=64"];

/** Measures the committed files of both generations at the same time, each in a process with clocks of its own. */
export async function measureAll(effort: Effort): Promise<Column[]> {
  const measured = await Promise.all(GENERATIONS.map((generation) => measureApart(generation, effort)));
  return measured.flat();
}

/** @throws {CommandFailure} when the process ends without a word; what it died of it has printed itself */
function measureApart(generation: Generation, effort: Effort): Promise<Column[]> {
  return new Promise((resolve, reject) => {
    const child = fork(PROGRAM, { cwd: ROOT, execArgv: ["--import", "tsx", ...ROOM_FOR_YOUNG] });
    child.once("message", (columns: Column[]) => resolve(columns));
    child.once("exit", () => reject(new CommandFailure(`${generation} could not be measured`)));
    child.send({ generation, effort });
  });
}
