import { PARTS, READABLE, WHOLE_DATES } from "./readable-numbers.ts";

/**
 * Takes out of a text what identifies an account or a person: card and account numbers, IBANs, e-mail addresses and
 * phone numbers. Of a number its last digits stay, so that the agent can compare.
 *
 * How a text is written must not help a number through, so it comes back as one line of plain characters. Any signs and
 * a single letter may stand between digits. Words may not: who writes out "4111 and then 1111" is not understood.
 */
export function mask(text: string): string {
  const plain = text
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .replace(/[\s\p{Cc}]+/gu, " ");
  const withoutCards = around(WHOLE_DATES, plain.replace(IBAN, keepEnd), (part) =>
    part.replace(LONG_NUMBER, hideCard),
  );
  return around(READABLE, withoutCards.replace(EMAIL, "[e-mail]"), (part) => part.replace(NUMBER, keepEnd));
}

const EMAIL = /[^\s@]{1,64} ?(?:@|[([]at[)\]]) ?[^\s@]{1,255}/gi;
/** Country, check digits, perhaps a bank of four letters, and digits with a letter here and there. */
const IBAN = /[A-Z]{2}\d{2}(?:[^\p{L}\p{N}]*[A-Z]{4})?(?:[^\p{L}\p{N}]*[A-Z]?\d){9,}/giu;
/** Long enough for a card. */
const LONG_NUMBER = /(?:\p{Sc} ?)?\p{N}(?:[^\p{L}\p{N}]*(?:\p{L}[^\p{L}\p{N}]*)?\p{N}){12,}/gu;
/** Long enough for an account. */
const NUMBER = /\+?\p{N}(?:(?:[^\p{L}\p{N}]*|\p{L})\p{N}){5,}/gu;

/** Changes what stands around the known things, and leaves those alone. */
function around(known: RegExp, text: string, change: (part: string) => string): string {
  return text
    .split(known)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join("");
}

/** Four digits of a long number, two of a short one. */
function keepEnd(number: string): string {
  const digits = number.match(/\p{N}/gu) ?? [];
  return `••••${digits.slice(digits.length < 8 ? -2 : -4).join("")}`;
}

/** Nothing beside a card number stays either: it may be the number on its back. */
function hideCard(run: string): string {
  const parts = run.match(PARTS) ?? [];
  for (const start of parts.keys()) {
    // Each has a digit at least.
    const card = cardAtStart(parts.slice(start, start + LONGEST_CARD));
    if (card !== "") return keepEnd(card);
  }
  return run;
}

/** What begins with a currency is none, or every tenth list of amounts would be taken for one. */
function cardAtStart(parts: readonly string[]): string {
  if (/^\p{Sc}/u.test(parts[0] ?? "")) return "";
  let digits = "";
  for (const part of parts) {
    digits += part.replace(/\P{N}/gu, "");
    if (isCard(digits)) return digits;
  }
  return "";
}

const SHORTEST_CARD = 13;
const LONGEST_CARD = 19;

/** The length and the check digit of ISO/IEC 7812, after Luhn. Digits that cannot be counted are taken for a card's. */
function isCard(digits: string): boolean {
  if (digits.length < SHORTEST_CARD || digits.length > LONGEST_CARD) return false;
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const doubled = Number(digit) * (place % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return !(sum % 10 > 0);
}
