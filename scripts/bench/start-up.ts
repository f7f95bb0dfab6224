import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import type { Confinement } from "./half-cpu.ts";
import { FEWEST_ROUNDS, rotated, timer } from "./rounds.ts";
import type { Workshop } from "./workshop.ts";

/** What is loaded into a fresh process; V2 is an ES module and compared with such. */
export type Loaded =
  | "empty"
  | "http"
  | "httpModule"
  | "v1"
  | "v2"
  | "toolbelt"
  | "axiosAndZod"
  | "axiosAndZodModule";

/** Milliseconds of each round: from the start of the process to what it says, and what it says itself, a file's loading. */
export type Starts = { process: number[]; evaluation: number[] };

/** Of each file. */
export type StartUp = Record<Loaded, Starts>;

/** At most so many rounds, and so many seconds. */
export type StartLength = { rounds: number; seconds: number };

/** From nothing to the loaded file. */
export function measureStartUp(
  workshop: Workshop,
  confinement: Confinement,
  length: StartLength,
): Promise<StartUp> {
  return startInTurns(writePrograms(workshop), confinement, length);
}

/**
 * Starts every program once a round, in another order each round, and each in a process of its own.
 *
 * @param programs what Node is called with
 */
export async function startInTurns<Name extends string>(
  programs: Record<Name, readonly string[]>,
  confinement: Confinement,
  { rounds, seconds }: StartLength,
): Promise<Record<Name, Starts>> {
  const all = Object.entries(programs) as Array<[Name, readonly string[]]>;
  const measured = {} as Record<Name, Starts>;
  for (const [name] of all) measured[name] = { process: [], evaluation: [] };
  const hasTime = timer(seconds);
  for (let round = rounds > 1 ? -1 : 0; round < rounds && (round < FEWEST_ROUNDS || hasTime()); round += 1) {
    for (const [name, args] of rotated(all, round)) {
      const times = await start(args, confinement);
      if (round < 0) continue; // the first one reads the disk
      measured[name].process.push(times.process);
      measured[name].evaluation.push(times.evaluation);
    }
  }
  return measured;
}

/**
 * A program for each. All but the empty one load `node:http` first, as whatever calls a function on the platform has
 * done: it serves requests. So a file that needs it does not pay for it.
 */
function writePrograms({ folder, functions }: Workshop): Record<Loaded, string[]> {
  const write = (name: string, code: string) => {
    const path = join(folder, name);
    writeFileSync(path, code);
    return [path];
  };
  const script = (name: string, load: string) => write(`start-${name}.cjs`, loading("require", load));
  const esModule = (name: string, load: string) => write(`start-${name}.mjs`, loading("import", load));
  return {
    empty: write("start-empty.cjs", 'require("node:fs").writeSync(1, "0");\n'),
    http: script("http", ""),
    httpModule: esModule("http", ""),
    v1: script("v1", `require(${JSON.stringify(functions.v1)});`),
    v2: esModule("v2", `await import(${JSON.stringify(functions.v2)});`),
    toolbelt: script("toolbelt", `require(${JSON.stringify(functions.toolbelt)});`),
    axiosAndZod: script("axios-and-zod", `require(${JSON.stringify(functions.axiosAndZod)});`),
    axiosAndZodModule: esModule(
      "axios-and-zod",
      `await import(${JSON.stringify(functions.axiosAndZodModule)});`,
    ),
  };
}

function loading(kind: "require" | "import", load: string): string {
  const head =
    kind === "require"
      ? 'require("node:http");\nconst { writeSync } = require("node:fs");'
      : 'import "node:http";\nimport { writeSync } from "node:fs";';
  return `${head}
const startedAt = performance.now();
${load}
writeSync(1, String(performance.now() - startedAt));
`;
}

/** The process speaks as soon as it is ready; how it ends is not measured. */
async function start(
  args: readonly string[],
  confinement: Confinement,
): Promise<{ process: number; evaluation: number }> {
  const [command, all] = confinement.halfCpu(process.execPath, args);
  const startedAt = performance.now();
  const child = spawn(command, all, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "close");
  const said = once(child.stdout, "data");
  const [evaluation] = await Promise.race([said, ended.then(() => Promise.reject(failed(args)))]);
  const elapsed = performance.now() - startedAt;
  await ended;
  return { process: elapsed, evaluation: Number(evaluation) };
}

function failed(args: readonly string[]): Error {
  return new Error(`${args[0]} ended without a word`);
}
