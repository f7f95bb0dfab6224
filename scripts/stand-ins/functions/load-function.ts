import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { Module } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { compileFunction } from "node:vm";
import type { Toolbelt } from "../../../src/runtime/toolbelt.ts";
import type { Generation } from "../../build/generation.ts";
import { isVariableOfFunctions } from "../../conversations/variables.ts";
import { UnderWay } from "../../kit/under-way.ts";

/** One entry of the function's log. */
export type LogEntry = { level: "debug" | "info" | "warn" | "error"; text: string };

/** What came of one invocation: a result or an error, as JSON carries them. */
export type Invocation = { result?: unknown; error?: Error; logs: LogEntry[]; milliseconds: number };

/** A function as an instance of the platform holds it. */
export type LoadedFunction = { invoke(input: unknown): Promise<Invocation> };

type Lambda = (input: unknown, callback?: (error: unknown, result?: unknown) => void) => unknown;

/**
 * Loads the text of a built function as its generation does: V1 as CommonJS with a callback, V2 as ES module with a
 * returned value. Each load is a new instance. The console has four methods while `lambda` runs, and no more.
 *
 * @param environment the function's environment variables; those of this process are hidden from it
 */
export async function loadFunction(
  generation: Generation,
  code: string,
  toolbelt: Toolbelt,
  environment: Record<string, string> = {},
): Promise<LoadedFunction> {
  routeConsole();
  const lambda = generation === "v1" ? loadV1(code, toolbelt) : await loadV2(code, toolbelt);
  const shown = environmentOf(environment);
  return {
    async invoke(input) {
      const logs: LogEntry[] = [];
      const startedAt = performance.now();
      const outcome = await functionLogs.during(logs, () =>
        call(generation, lambda, asJson(input), shown).then(
          (result) => ({ result: asJson(result ?? null) }),
          (error: Error) => ({ error }),
        ),
      );
      return { ...outcome, logs, milliseconds: performance.now() - startedAt };
    },
  };
}

/** Both ways, the platform carries JSON. */
function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function call(
  generation: Generation,
  lambda: Lambda,
  input: unknown,
  environment: NodeJS.ProcessEnv,
): Promise<unknown> {
  const restore = show(environment);
  try {
    if (generation === "v2") return Promise.resolve(lambda(input));
    return new Promise((resolve, reject) => {
      lambda(input, (error, result) =>
        error === null || error === undefined ? resolve(result) : reject(error),
      );
    });
  } finally {
    restore();
  }
}

/**
 * Settings are read before the function first waits for anything, so this much is enough for many at a time.
 *
 * @returns puts the environment of this process back
 */
function show(environment: NodeJS.ProcessEnv): () => void {
  const ours = process.env;
  process.env = environment;
  return () => {
    process.env = ours;
  };
}

/** What the function sees of the environment: its own variables, and of this process those that are no function's. */
function environmentOf(variables: Record<string, string>): NodeJS.ProcessEnv {
  const others = Object.entries(process.env).filter(([name]) => !isVariableOfFunctions(name));
  return { ...Object.fromEntries(others), ...variables };
}

/**
 * Each call runs the text anew and has nothing in common with another; to compile it takes longer than to run it.
 * Kept by hand: this runs on the platform's oldest Node too, where libraries for it do not.
 */
const wrappers = new Map<string, ReturnType<typeof compileFunction>>();
const MOST_WRAPPERS = 8;

function loadV1(code: string, toolbelt: Toolbelt): Lambda {
  const require = (name: string) => {
    if (name === "lp-faas-toolbelt") return { Toolbelt: toolbelt };
    throw new Error(`Cannot find module '${name}'`);
  };
  const module = { exports: {} };
  return compiled(code).call(undefined, module.exports, require, module);
}

function compiled(code: string): ReturnType<typeof compileFunction> {
  const known = wrappers.get(code);
  if (known) return known;
  const parameters = ["exports", "require", "module"];
  const wrapper = compileFunction(`${code}\nreturn lambda;`, parameters, { filename: "index.js" });
  if (wrappers.size === MOST_WRAPPERS) wrappers.clear();
  wrappers.set(code, wrapper);
  return wrapper;
}

/** Node's own loader: test runners and transpilers rewrite an `import()` that they can see. */
const nativeImport: (address: string) => Promise<{ lambda: Lambda }> = (() => {
  const native = new Module("native-import") as Module & { _compile(code: string, filename: string): void };
  native._compile("module.exports = (address) => import(address);", join(tmpdir(), "native-import.cjs"));
  return native.exports;
})();

/** V2's toolbelt by the number of its load: an ES module can only import what a file exports. */
const toolbelts: Toolbelt[] = [];
Object.assign(globalThis, { toolbeltsOfLoadedFunctions: toolbelts });

/**
 * The platform wraps the module to get at `lambda`; here a line behind the untouched text exports it. The folder is the
 * package of the toolbelt, which what lies in a package may import by its name: each load has one of its own.
 */
async function loadV2(code: string, toolbelt: Toolbelt): Promise<Lambda> {
  const number = toolbelts.push(toolbelt) - 1;
  const folder = mkdtempSync(join(tmpdir(), "clinc-bot-"));
  const files = {
    "package.json": '{ "name": "core-functions-toolbelt", "type": "module", "exports": "./toolbelt.js" }',
    "toolbelt.js": `export const Toolbelt = toolbeltsOfLoadedFunctions[${number}];`,
    "index.mjs": `${code}\nexport { lambda };\n`,
  };
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return (await nativeImport(pathToFileURL(join(folder, "index.mjs")).href)).lambda;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const functionLogs = new UnderWay<LogEntry[]>();
let isRouted = false;

/** Inside of an invocation `console` is the platform's, with the four methods that it has; outside nothing changes. */
function routeConsole(): void {
  if (isRouted) return;
  isRouted = true;
  const original = globalThis.console;
  const levels = ["debug", "info", "warn", "error"] as const;
  const platformConsole = Object.fromEntries(
    levels.map((level) => [
      level,
      (...parts: unknown[]) => functionLogs.value?.push({ level, text: parts.map(String).join(" ") }),
    ]),
  );
  Object.defineProperty(globalThis, "console", {
    configurable: true,
    get: () => (functionLogs.value ? platformConsole : original),
  });
}
