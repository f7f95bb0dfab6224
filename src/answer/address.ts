/** What RFC 3986 does not let stand in an address, brackets included. */
const NO_URI = /%(?![\da-fA-F]{2})|[^\w.~:/?#@!$&'()*+,;=%-]/gu;

/**
 * An address as links and images need it, out of the spellings that people use: blanks and letters beyond ASCII are
 * percent-encoded, `www.` gets its scheme, and a number behind `tel:` loses what is there for the eye only.
 */
export function addressOf(written: string): string {
  const number = /^tel:/i.test(written) ? callAddress(written) : undefined;
  return number ?? written.replace(/^(\/\/|(?=www\.))/i, "https://").replace(NO_URI, encoded);
}

/** Half of a surrogate pair is no letter and has no encoding. */
function encoded(sign: string): string {
  return encodeURIComponent(/^[\ud800-\udfff]$/.test(sign) ? "\ufffd" : sign);
}

/**
 * The address that calls a number; `undefined` for what is none. Blanks, dashes, dots, slashes and brackets of any script
 * are for the eye, and so are the marks that a number brings along when it is copied. `+1 (734) 555-0100 ext. 12` is
 * `tel:+17345550100;ext=12`; the `(0)` of `+44 (0)20` is for callers within the country.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3966
 */
export function callAddress(written: string): string | undefined {
  const bare = written
    .normalize("NFKC")
    .replace(/^(\D*\+[\d\s]{1,6})\(0\)/, "$1")
    .replace(/[\s\p{Pd}\p{Cf}\u2212()./]/gu, "");
  const [, number = "", extension] = /^(?:tel:)?(\+?[\d*#]+)(?:[;,]?(?:ext=?|x)(\d+))?$/i.exec(bare) || [];
  return /\d/.test(number) ? `tel:${number}${extension === undefined ? "" : `;ext=${extension}`}` : undefined;
}
