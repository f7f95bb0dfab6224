import { spawn } from "node:child_process";
import { CommandFailure } from "./failures.ts";
import { systemErrorInWords } from "./system-errors.ts";

/** What a program is run with. */
export type ProgramOptions = { cwd?: string; environment?: Record<string, string>; input?: string };

/**
 * Runs a program to its end.
 *
 * @returns everything that it printed
 * @throws {CommandFailure} when it cannot be started, ends with another status than 0, or takes longer than five minutes
 */
export function runProgram(
  program: string,
  args: readonly string[],
  options: ProgramOptions = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, FORCE_COLOR: "0", ...options.environment };
    const child = spawn(program, args, { cwd: options.cwd, env, timeout: 300_000 });
    let output = "";
    const collect = (chunk: Buffer) => {
      output += chunk;
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", (error) =>
      reject(new CommandFailure(systemErrorInWords(error, program) ?? error.message)),
    );
    child.on("close", (status, signal) => {
      if (status === 0) resolve(output);
      else
        reject(new CommandFailure(`${program} ${args.join(" ")} ended with ${status ?? signal}:\n${output}`));
    });
    child.stdin.end(options.input ?? "");
  });
}
