import { styleText } from "node:util";

type Style = Parameters<typeof styleText>[0];

/** Colours, but only for somebody who looks: a pipe and NO_COLOR get plain text. */
export function paint(style: Style, text: string): string {
  return process.stdout.isTTY && !process.env.NO_COLOR ? styleText(style, text) : text;
}

/** A count as people read it: 150,000. */
export function grouped(count: number): string {
  return count.toLocaleString("en");
}

/** Something that the user of a command can put right; it is printed without a stack. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** What a command was asked for went wrong outside of it, in a way that its message explains: no stack either. */
export class CommandFailure extends Error {
  override readonly name: string = "CommandFailure";
}

/**
 * Runs a command: prints plain errors to stderr and sets the exit status, 2 for a wrong call and 1 for anything else
 * that went wrong. A stack is printed only for what is a defect of ours.
 *
 * @param command resolves to the exit status
 */
export async function runCommand(command: () => Promise<number>): Promise<void> {
  process.stdout.on("error", endQuietly);
  try {
    process.exitCode = await command();
  } catch (error) {
    const isUsage = error instanceof UsageError || isArgumentError(error);
    if (isUsage) console.error(`${(error as Error).message}\nSee --help.`);
    else console.error(error instanceof CommandFailure || isSystemError(error) ? error.message : error);
    process.exitCode = isUsage ? 2 : 1;
  }
}

/** Whoever reads the output has seen enough of it, as `head` has. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
  process.exit(1);
}

/** Node names the call and the file or address in the message of such an error: no right to read, a full disk. */
function isSystemError(error: unknown): error is Error {
  return error instanceof Error && "syscall" in error;
}

/** `parseArgs` of Node refuses unknown options with these codes. */
function isArgumentError(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}
