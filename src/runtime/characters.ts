/** Joiners, marks of direction, fillers and the like (Default_Ignorable_Code_Point), and the blank of Braille. */
const UNSEEN = /[\p{DI}\u2800]/gu;

/** One half of a pair of UTF-16 units, without the other. */
const LONE_HALF = /[\ud800-\udfff]/gu;

/** The text without the characters that nobody sees; what they joined falls apart. */
export function withoutUnseen(text: string): string {
  return text.replace(UNSEEN, "");
}

/** The text with U+FFFD for what no reader of UTF-8 could make anything of. */
export function wellFormed(text: string): string {
  return text.replace(LONE_HALF, "\ufffd");
}
