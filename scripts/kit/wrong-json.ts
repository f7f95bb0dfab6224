import { parse } from "@humanwhocodes/momoa";

/** Why a text is no JSON, and where, both counted from 1; some texts are wrong nowhere. */
export type JsonFault = { reason: string; line?: number; column?: number };

/**
 * Where a text stops being JSON, and why.
 *
 * @param text one that `JSON.parse` refuses
 */
export function faultOfJson(text: string): JsonFault {
  const written = text.trimEnd();
  if (written === "") return { reason: "it is empty" };
  const found = firstWrong(written);
  // The parser that knows the place is less strict with the signs within a text than JSON is.
  if (!found) return { reason: "a line end or a tab stands within a text; write \\n or \\t instead" };
  const { line, column, offset } = found;
  const [sign = ""] = written.slice(offset);
  const [, reason = `${sign} does not belong there`] = REASONS.find(([signs]) => signs.test(sign)) ?? [];
  return { reason, line, column };
}

/** The same in words: `line 3, column 11: JSON has no comments`. */
export function wrongJson(text: string): string {
  const { reason, line, column } = faultOfJson(text);
  return line === undefined ? reason : `line ${line}, column ${column}: ${reason}`;
}

/** What stands where it should not, and what is probably wrong then; nothing stands at the end. */
const REASONS: ReadonlyArray<readonly [signs: RegExp, reason: string]> = [
  [/^$/, "it ends before all brackets and quotation marks are closed"],
  [/^['a-z]/i, "a text stands in double quotes"],
  [/^[/#]/, "JSON has no comments"],
  [/^[}\],]/, "a comma is too many, or a value is missing"],
  [/^["{[\d-]/, "a comma or a colon is missing before this"],
  [/^\\/, "a backslash stands before a sign that needs none"],
];

type Place = { line: number; column: number; offset: number };

/** A sign that no JSON holds makes the parser say where a text ends too early. */
const END = "\u0000";

function firstWrong(text: string): Place | undefined {
  return refusalOf(text) && refusalOf(text + END);
}

function refusalOf(text: string): Place | undefined {
  try {
    parse(text, { mode: "json" });
    return undefined;
  } catch (error) {
    return error as Place;
  }
}
