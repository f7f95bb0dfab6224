import { spawn } from "node:child_process";
import { join } from "node:path";

/** How a script ended, and what it printed where. */
export type ScriptRun = { status: number | null; stdout: string; stderr: string };

const root = join(import.meta.dirname, "../..");

/** Longer than any script needs on a busy machine; whoever hangs is killed, and the test says so. */
const LIMIT_MS = 60_000;

/**
 * Runs a script of this project in a process of its own. The test's process stays free to serve it, and nothing of the
 * shell's environment reaches it but what a program needs to start.
 */
export function runScript(
  script: string,
  args: readonly string[] = [],
  environment: Record<string, string> = {},
): Promise<ScriptRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", join("scripts", script), ...args], {
      cwd: root,
      env: { ...essentials(), ...environment },
      stdio: ["ignore", "pipe", "pipe"],
      timeout: LIMIT_MS,
      killSignal: "SIGKILL",
    });
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

function essentials(): Record<string, string> {
  const names = ["PATH", "Path", "HOME", "USERPROFILE", "SystemRoot", "TMPDIR", "TMP", "TEMP"];
  return Object.fromEntries(
    names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}
