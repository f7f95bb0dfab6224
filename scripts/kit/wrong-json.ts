import { parse } from "@humanwhocodes/momoa";

/**
 * Where a text stops being JSON, and why.
 *
 * @param text one that `JSON.parse` refuses
 * @returns `line 3, column 11: JSON has no comments`, both counted from 1
 */
export function wrongJson(text: string): string {
  const written = text.trimEnd();
  if (written === "") return "it is empty";
  const found = firstWrong(written);
  // The parser that knows the place is less strict with the signs within a text than JSON is.
  if (!found) return "a line end or a tab stands within a text; write \\n or \\t instead";
  const [sign = ""] = written.slice(found.offset);
  const [, reason] = REASONS.find(([signs]) => signs.test(sign)) ?? [];
  return `line ${found.line}, column ${found.column}: ${reason ?? `${sign} does not belong there`}`;
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
