import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { vi } from "vitest";

/** How a command ended, and what it printed where. */
export type CommandRun = { status: number; stdout: string; stderr: string };

const SCRIPTS = join(import.meta.dirname, "../../scripts");

/** A module is run once, so each call is another one to the loader; what the command imports is shared by all. */
let calls = 0;

/**
 * Calls a command of package.json in this process, and waits for its end. Of the shell's environment it sees nothing.
 *
 * @param script its path in `scripts`
 */
export async function callCommand(
  script: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<CommandRun> {
  const { argv, env, exitCode } = process;
  const heard = { stdout: [] as string[], stderr: [] as string[] };
  const mocks = [
    vi.spyOn(console, "log").mockImplementation((line) => void heard.stdout.push(String(line))),
    vi.spyOn(console, "error").mockImplementation((line) => void heard.stderr.push(wholeOf(line))),
    vi.spyOn(process.stdout, "on").mockReturnThis(),
  ];
  const { PATH = "", TMPDIR = "/tmp", HOME = "" } = env;
  process.argv = ["node", join(SCRIPTS, script), ...args];
  process.env = { PATH, TMPDIR, HOME, ...environment };
  process.exitCode = 0;
  try {
    calls += 1;
    await import(/* @vite-ignore */ `${pathToFileURL(join(SCRIPTS, script)).href}?call=${calls}`);
    return {
      status: Number(process.exitCode),
      stdout: heard.stdout.join("\n"),
      stderr: heard.stderr.join("\n"),
    };
  } finally {
    for (const mock of mocks) mock.mockRestore();
    Object.assign(process, { argv, env, exitCode });
  }
}

/** An error is printed with its stack. */
function wholeOf(line: unknown): string {
  return line instanceof Error ? String(line.stack) : String(line);
}
