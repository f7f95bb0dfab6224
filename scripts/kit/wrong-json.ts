import { type ParseError, parse, printParseErrorCode } from "jsonc-parser";

/** Why a text is no JSON, and where, both counted from 1; a blank text is wrong nowhere. */
export type JsonFault = { reason: string; line?: number; column?: number };

/**
 * Where a text stops being JSON, and why.
 *
 * @param text one that `JSON.parse` refuses
 */
export function faultOfJson(text: string): JsonFault {
  if (text.trim() === "") return { reason: "it is empty" };
  const errors: ParseError[] = [];
  parse(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  // The parser is for editors, and more patient than JSON.
  if (!first) return { reason: "it holds something that JSON does not know" };
  const reason = REASONS[printParseErrorCode(first.error)] ?? "this is not JSON";
  return { reason, ...placeIn(text, first.offset) };
}

/** The same in words: `line 3, column 11: a comma is missing`. */
export function wrongJson(text: string): string {
  const { reason, line, column } = faultOfJson(text);
  return line === undefined ? reason : `line ${line}, column ${column}: ${reason}`;
}

/** The line and column of an offset, both counted from 1. */
export function placeIn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
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
