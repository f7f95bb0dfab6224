import { cut } from "../../../src/runtime/graphemes.ts";

/** Characters; a longer name is cut. */
const LONGEST = 64;
/** What ids and names of Clinc's classes are made of. */
const NAME = /^[\p{L}\p{M}\p{N}_.:&/-]*$/u;
/** A number this long may be of a card or an account. */
const LONG_NUMBER = /\d{9}/;

/** What stands in place of a name that might be something else. */
export const UNREADABLE = "(not a name)";

/** An id that LivePerson gave, such as a channel's, as it may be shown. */
export function idIn(text: string): string {
  return NAME.test(text) ? cut(text, LONGEST) : UNREADABLE;
}

/**
 * A name of Clinc's as it may be shown. A log is only as good as what was written into it: whatever does not look like a
 * name might be a consumer's words or a number of theirs, and is not repeated.
 */
export function nameIn(text: string): string {
  return LONG_NUMBER.test(text) ? UNREADABLE : idIn(text);
}
