import { Console } from "node:console";
import { join } from "node:path";
import { Writable } from "node:stream";

/** How a script ended, and what it printed where. */
export type ScriptRun = { status: number | null; stdout: string; stderr: string };

const scripts = join(import.meta.dirname, "../../scripts");

/** How often each was called: a module is run again by another address, and one of them does for all workers. */
const calls = new Map<string, number>();
let last: Promise<unknown> = Promise.resolve();

/**
 * Calls a script of this project as its command does, from the call to the exit status, but in the test's own process:
 * a process for each of the hundreds of calls would be most of the tests' time. What a process would have for itself,
 * the script has until it ends: arguments, environment, console. So one waits for another.
 *
 * A script that serves until it is told to end, or reads its standard input, needs a process: test/support/run-script.ts.
 *
 * @param script its path in `scripts`
 */
export function callScript(
  script: string,
  args: readonly string[] = [],
  environment: Record<string, string> = {},
): Promise<ScriptRun> {
  const run = last.then(() => call(script, args, environment));
  last = run.catch(() => undefined);
  return run;
}

async function call(
  script: string,
  args: readonly string[],
  environment: Record<string, string>,
): Promise<ScriptRun> {
  const file = join(scripts, script);
  const run: ScriptRun = { status: null, stdout: "", stderr: "" };
  const to = (stream: "stdout" | "stderr") =>
    new Writable({
      decodeStrings: false,
      write(text, _, done) {
        run[stream] += text;
        done();
      },
    });
  const [stdout, stderr] = [to("stdout"), to("stderr")];
  const { argv, env, exitCode } = process;
  const console = globalThis.console as unknown as Record<string, unknown>;
  const { log, info, warn, error } = console;
  const written = Object.getOwnPropertyDescriptor(process, "stdout") ?? {};
  process.argv = [process.execPath, file, ...args];
  process.env = { ...essentials(), ...environment };
  process.exitCode = undefined;
  const own = new Console({ stdout, stderr });
  Object.assign(console, { log: own.log, info: own.info, warn: own.warn, error: own.error });
  Object.defineProperty(process, "stdout", { value: stdout, configurable: true });
  try {
    const count = (calls.get(script) ?? 0) + 1;
    calls.set(script, count);
    await import(`${file}?call=${count}`);
    return { ...run, status: Number(process.exitCode ?? 0) };
  } finally {
    Object.assign(process, { argv, env, exitCode });
    Object.assign(console, { log, info, warn, error });
    Object.defineProperty(process, "stdout", written);
  }
}

/** What a program needs of the shell to start, and nothing else of it. */
export function essentials(): Record<string, string> {
  const names = ["PATH", "Path", "HOME", "USERPROFILE", "SystemRoot", "TMPDIR", "TMP", "TEMP"];
  return Object.fromEntries(
    names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}
