import { type ParseError, parse, printParseErrorCode } from "jsonc-parser";

/**
 * Where a text stops being JSON, and why.
 *
 * @param text one that `JSON.parse` refuses
 * @returns `line 3, column 11: a comma is missing`, both counted from 1
 */
export function wrongJson(text: string): string {
  if (text.trim() === "") return "it is empty";
  const errors: ParseError[] = [];
  parse(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  // The parser is for editors, and more patient than JSON.
  if (!first) return "it holds something that JSON does not know";
  const before = text.slice(0, first.offset).split("\n");
  const place = `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
  return `${place}: ${REASONS[printParseErrorCode(first.error)] ?? "this is not JSON"}`;
}

const REASONS: Record<string, string> = {
  InvalidSymbol: "a word that JSON does not know; texts stand in double quotes",
  InvalidNumberFormat: "a number that JSON does not know",
  PropertyNameExpected: "a key in double quotes is missing, or a comma is too many",
  ValueExpected: "a value is missing, or a comma is too many",
  ColonExpected: "a colon is missing",
  CommaExpected: "a comma is missing",
  CloseBraceExpected: "the closing } is missing",
  CloseBracketExpected: "the closing ] is missing",
  EndOfFileExpected: "the JSON has ended before this",
  InvalidCommentToken: "JSON has no comments",
  UnexpectedEndOfComment: "JSON has no comments",
  UnexpectedEndOfString: "the closing double quote is missing",
  UnexpectedEndOfNumber: "a number is not complete",
  InvalidUnicode: "behind \\u stand four hexadecimal digits",
  InvalidEscapeCharacter: "a backslash stands before a character that needs none",
  InvalidCharacter: "a text on more than one line; write \\n in it",
};
