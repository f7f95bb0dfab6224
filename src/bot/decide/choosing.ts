import type { Choice, OpenChoices } from "../../answer/answer.ts";
import { withoutUnseen } from "../../runtime/characters.ts";

/**
 * What the consumer means: a label typed by hand says what clicking it would have said, and so does a number, or a
 * whole line, while a numbered list is open. Anything else, an amount above all, is taken as it is, and so is a label
 * that stands on several cards and means something else on each.
 */
export function chosen(words: string, { shown, numbered }: OpenChoices): string {
  const open = [...shown, ...numbered];
  if (open.length === 0) return words;
  const typed = compared(words);
  const labelled = open.filter(({ title }) => compared(title) === typed);
  const [first = numberedEntry(words, numbered)] = labelled;
  return first && labelled.every(({ say }) => say === first.say) ? first.say : words;
}

/** `2`, `2.`, `2)` or `(2)`, with a mark also the label behind it: a line of the list as it was shown. */
const LINE = /^(?:\((\d{1,3})\)|(\d{1,3})(?:[.)]|$))(?: (.+))?$/;

/** Raised digits and the like: in "10⁵" they do not go on with the number. */
const NO_PLAIN_DIGITS = /^\s*\S*\p{No}/u;

function numberedEntry(words: string, numbered: OpenChoices["numbered"]): Choice | undefined {
  const [, bracketed, bare, label] = (!NO_PLAIN_DIGITS.test(words) && LINE.exec(compared(words))) || [];
  const entry = numbered[Number(bracketed ?? bare) - 1];
  return entry && (label === undefined || compared(entry.title) === label) ? entry : undefined;
}

/**
 * A text as it is compared: whatever its case, its Unicode form, the script of its digits, blanks and what nobody sees.
 * Upper case at last makes one of ß, ẞ and ss; an İ, the only letter that lower case takes apart, loses its dot.
 */
function compared(text: string): string {
  return withoutUnseen(text)
    .replace(/\u20e3/g, "")
    .replace(/\u{1f51f}/gu, "10")
    .normalize("NFKC")
    .toLowerCase()
    .toUpperCase()
    .replace(/I\u0307/g, "I")
    .normalize("NFKC")
    .replace(/\p{Nd}/gu, plainDigit)
    .replace(/\s+/g, " ")
    .trim();
}

/** In every script the ten digits stand in a row, so a digit is worth its steps from zero. */
function plainDigit(digit: string): string {
  let zero = digit.codePointAt(0) || 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(((digit.codePointAt(0) || 0) - zero) % 10);
}
