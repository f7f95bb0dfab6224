/**
 * Takes out of a text what identifies an account or a person: card and account numbers, IBANs, e-mail addresses and
 * phone numbers. Of a number its last digits stay, so that the agent can compare.
 */
export function mask(text: string): string {
  return text
    .replace(/[^\s@]{1,64} ?@ ?[^\s@]{1,255}/g, "[e-mail]")
    .replace(/\b[A-Z]{2}\d{2}(?:[ -]?[A-Z\d]){11,30}\b/gi, (iban) => keepEnd(iban))
    .replace(/\p{Nd}(?:[^\p{L}\p{Nd}]{0,3}\p{Nd}){12,18}/gu, (run) =>
      isCardNumber(run) ? keepEnd(run) : run,
    )
    .replace(/\+?\p{Nd}(?:[^\p{L}\p{Nd}]{0,3}\p{Nd}){5,}/gu, (run) => (isAmount(run) ? run : keepEnd(run)));
}

/** Four digits of a long number, two of a short one. */
function keepEnd(number: string): string {
  const signs = number.replace(/[^\p{L}\p{Nd}]/gu, "");
  return `••••${signs.slice(signs.length < 8 ? -2 : -4)}`;
}

/** `1250.40` and `1,250.40` are money, not an account. */
function isAmount(run: string): boolean {
  return /^(\d{1,6}|\d{1,3}(,\d{3}){1,2})\.\d{2}$/.test(run);
}

/** The check digit of ISO/IEC 7812, after Luhn. */
function isCardNumber(run: string): boolean {
  const digits = run
    .replace(/\P{Nd}/gu, "")
    .split("")
    .reverse()
    .map(Number);
  const sum = digits.reduce((total, digit, place) => {
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
