import type { parseArgs } from "node:util";
import { type OptionsConfig, readArguments } from "./arguments.ts";
import { CommandFailure, UsageError } from "./failures.ts";
import { helpText } from "./help-text.ts";
import { npmCall, refuseTakenByNpm } from "./npm.ts";
import { systemErrorInWords } from "./system-errors.ts";

export { CommandFailure, UsageError };

/** What a command was called with, by the options that it takes. */
export type Values<Options extends OptionsConfig> = ReturnType<
  typeof parseArgs<{ options: Options }>
>["values"];

/**
 * Runs a command of package.json, from how it was called to its exit status: 2 for a wrong call, 1 for anything else
 * that went wrong. Plain errors go to stderr; a stack is printed only for what is a defect of ours.
 *
 * @param help what `--help` prints; it says what the exit status means
 * @param options what the command takes beside `--help`, in the form of Node's `parseArgs`
 * @param run does the work, and resolves to the exit status; `words` are what was given beside options
 * @param allowPositionals whether there may be such words
 */
export async function command<const Options extends OptionsConfig>(
  help: string,
  options: Options,
  run: (values: Values<Options>, words: string[]) => Promise<number>,
  { allowPositionals = false } = {},
): Promise<void> {
  process.stdout.on("error", endQuietly);
  try {
    const all = { ...options, help: { type: "boolean", short: "h" } } as const;
    const args = process.argv.slice(2);
    const { values, positionals, seen } = readArguments({ options: all, args, allowPositionals });
    refuseTakenByNpm(Object.keys(options), seen, process.env);
    if ("help" in values) console.log(helpText(help));
    else process.exitCode = await run(values as Values<Options>, positionals);
  } catch (error) {
    process.exitCode = explain(error);
  }
}

/** Whoever reads the output has seen enough of it, as `head` has. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
  process.exit(1);
}

/** @returns the exit status */
function explain(error: unknown): number {
  if (error instanceof UsageError) {
    console.error(`${error.message}\nSee ${[npmCall(process.env), "--help"].filter(Boolean).join(" ")}.`);
    return 2;
  }
  console.error(error instanceof CommandFailure ? error.message : (systemErrorInWords(error) ?? error));
  return 1;
}
