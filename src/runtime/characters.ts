/** Joiners, marks of direction, fillers and the like (Default_Ignorable_Code_Point), and the blank of Braille. */
const UNSEEN = /[\p{DI}\u2800]/gu;

const BLANK = /^[\s\p{Cc}\p{DI}\u2800]*$/u;

/** The text without the characters that nobody sees; what they joined falls apart. */
export function withoutUnseen(text: string): string {
  return text.replace(UNSEEN, "");
}

/** Whether nobody would see anything of it. */
export function isBlank(text: string): boolean {
  return BLANK.test(text);
}

/** On one line: each run of white space and controls is one blank. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}

/** One half of a pair of UTF-16 units, without the other. */
const LONE_HALF = /[\ud800-\udfff]/gu;

/** The text with U+FFFD for what no reader of UTF-8 could make anything of. */
export function wellFormed(text: string): string {
  return text.replace(LONE_HALF, "\ufffd");
}
