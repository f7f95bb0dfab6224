import { type ParseArgsConfig, parseArgs } from "node:util";

/** Something that the user of a command can put right; it is printed without a stack. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** What a command was asked for went wrong outside of it, in a way that its message explains: no stack either. */
export class CommandFailure extends Error {
  override readonly name: string = "CommandFailure";
}

type OptionsConfig = NonNullable<ParseArgsConfig["options"]>;

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
    const { values, positionals } = parseArgs({ options: all, allowPositionals });
    if ("help" in values) console.log(help);
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
  if (error instanceof UsageError || isArgumentError(error)) {
    console.error(`${error.message}\nSee --help.`);
    return 2;
  }
  console.error(error instanceof CommandFailure || isSystemError(error) ? error.message : error);
  return 1;
}

/** Node names the call and the file or address in the message of such an error: no right to read, a full disk. */
function isSystemError(error: unknown): error is Error {
  return error instanceof Error && "syscall" in error;
}

/** `parseArgs` refuses unknown options with these codes. */
function isArgumentError(error: unknown): error is Error {
  return error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}
