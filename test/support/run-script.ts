import { type ChildProcessByStdio, spawn } from "node:child_process";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { bundledScript } from "./bundled-script.ts";
import { essentials, type ScriptRun } from "./called-script.ts";

type Script = ChildProcessByStdio<Writable, Readable, Readable>;

const root = join(import.meta.dirname, "../..");

/** Longer than any script needs on a busy machine; whoever hangs is killed, and the test says so. */
const LIMIT_MS = 60_000;

/**
 * Starts a script of this project in a process of its own, bundled. The test's process stays free to serve it, and
 * nothing of the shell's environment reaches it but what a program needs to start.
 *
 * @param script its path in `scripts`
 */
export async function startScript(
  script: string,
  args: readonly string[] = [],
  environment: Record<string, string> = {},
): Promise<Script> {
  const code = await bundledScript(script);
  const child = start(["--input-type=module", "-", ...args], environment);
  child.stdin.end(code);
  return child;
}

/** Runs a script to its end, started as {@link startScript} does: for what only a process of its own can show. */
export async function runScript(
  script: string,
  args?: readonly string[],
  environment?: Record<string, string>,
): Promise<ScriptRun> {
  return endOf(await startScript(script, args, environment), script);
}

/** Runs a script to its end as the commands of package.json do, with their loader, which takes three times as long. */
export function runCommandOfPackage(script: string, args: readonly string[]): Promise<ScriptRun> {
  const child = start(["--import", "tsx", join("scripts", script), ...args], {});
  child.stdin.end();
  return endOf(child, script);
}

function start(args: readonly string[], environment: Record<string, string>): Script {
  return spawn(process.execPath, args, {
    cwd: root,
    env: { ...essentials(), ...environment },
    stdio: ["pipe", "pipe", "pipe"],
    timeout: LIMIT_MS,
    killSignal: "SIGKILL",
  });
}

function endOf(child: Script, script: string): Promise<ScriptRun> {
  return new Promise((resolve, reject) => {
    const run: ScriptRun = { status: null, stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      run.stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      run.stderr += text;
    });
    child.on("error", reject);
    child.on("close", (status, signal) => {
      if (signal === null) resolve({ ...run, status });
      else reject(new Error(`${script} ended with ${signal}:\n${run.stdout}${run.stderr}`));
    });
  });
}
