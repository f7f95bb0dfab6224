import { type ParseArgsConfig, parseArgs } from "node:util";
import { UsageError } from "./failures.ts";
import { nearest } from "./nearest.ts";

/** What a command takes, in the form of Node's `parseArgs`. */
export type OptionsConfig = NonNullable<ParseArgsConfig["options"]>;

/** How a command was called. */
type Call = { options: OptionsConfig; args: readonly string[]; allowPositionals: boolean };

/** An option as it was given. */
type Given = { name: string; index: number; value?: string | undefined; inlineValue?: boolean | undefined };

/**
 * Reads the arguments of a command. Node's own sentences speak to whoever writes a command, so the rules stand here again.
 *
 * Nothing that was given is repeated unless it is a word of ours or nearly one: it might be a key.
 *
 * @throws {UsageError} for the first that is wrong: what, and what is probably meant
 */
export function readArguments(call: Call) {
  const { options, args } = call;
  const read = parseArgs({ options, args: [...args], strict: false, tokens: true, allowPositionals: true });
  const seen = new Set<string>();
  for (const token of read.tokens) {
    if (token.kind === "positional") refuseWord(token.value, call);
    if (token.kind !== "option") continue;
    refuseOption(token, call);
    if (seen.has(token.name) && token.value !== undefined)
      throw new UsageError(`--${token.name} is given twice; leave one of them out`);
    seen.add(token.name);
  }
  return { ...read, seen };
}

function refuseOption({ name, index, value, inlineValue: isInline }: Given, { options, args }: Call): void {
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (!option) throw new UsageError(unknown(name, args[index] ?? "", Object.keys(options)));
  if (option.type === "boolean" && value !== undefined)
    throw new UsageError(`--${name} takes no value; write it alone`);
  if (option.type === "boolean") return;
  if (value === undefined) throw new UsageError(`--${name} needs a value behind it`);
  if (isInline || !/^-./.test(value)) return;
  const next = Object.keys(options).find((one) => value.split("=")[0] === `--${one}`);
  throw new UsageError(
    next
      ? `--${name} needs a value, and --${next} stands where it should be`
      : `--${name} needs a value behind it; one that begins with - is written --${name}=VALUE`,
  );
}

/** A long option may have been written with one dash, as other programs take it, or in short. */
function unknown(name: string, argument: string, known: readonly string[]): string {
  const [, dashes = "", written = ""] = /^(--?)([^=]*)/.exec(argument) ?? [];
  const right =
    nearest(written, known) ||
    known.find((one) => written.length > 0 && one.startsWith(written.toLowerCase()));
  if (right) return `${dashes}${written} is no option of this command; did you mean "--${right}"?`;
  const shown = dashes === "--" ? `--${name}` : `-${name}`;
  const others = known.filter((one) => one !== "help").map((one) => `--${one}`);
  return `${shown} is no option of this command; it takes ${others.join(", ") || "none"}`;
}

function refuseWord(word: string, { options, allowPositionals }: Call): void {
  const [, dash = "", written = word] = /^(--|[\u2010-\u2015\u2212]+)([^=]+)/.exec(word) ?? [];
  // Who says hello wants no help.
  const names = Object.keys(options).filter((name) => name !== "help" || dash !== "" || word === name);
  const right = nearest(written, names);
  if (right && dash === "--")
    throw new UsageError(`Two lone -- stand before --${right}; leave one of them out`);
  // Texts make one long dash of two short ones, and who copies from them cannot see it.
  if (right && dash !== "")
    throw new UsageError(
      `The dash before ${written} is one of printed texts; write --${right}, with two hyphens`,
    );
  if (allowPositionals) return;
  const reason = right ? `write --${right}, with two hyphens before it` : "leave out the word that is none";
  throw new UsageError(`This command takes options only; ${reason}`);
}
