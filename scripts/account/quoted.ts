import { oneLine, withoutUnseen } from "../../src/runtime/characters.ts";
import { cut } from "../../src/runtime/graphemes.ts";

const LONGEST = 300;

/** So much of a token in one piece is no chance. */
const TRACE = 8;

/**
 * What a server says, as it may stand in a terminal and in a build's log: on one line, short, free of what steers a
 * terminal, and without the token, which a server knows and may repeat.
 *
 * @returns `""` for a text that still holds a piece of the token, as one that spells it with blanks between
 */
export function quoted(text: string, token: string): string {
  const whole = oneLine(withoutUnseen(text));
  const line = token === "" ? whole : whole.replaceAll(token, "…");
  return holdsTrace(line, token) ? "" : cut(line, LONGEST);
}

function holdsTrace(line: string, token: string): boolean {
  const [said, secret] = [line, token].map((one) => one.replace(/[^a-z\d]/gi, "").toLowerCase()) as [
    string,
    string,
  ];
  const length = Math.min(TRACE, secret.length);
  if (length === 0) return false;
  return Array.from({ length: secret.length - length + 1 }, (_, at) => secret.slice(at, at + length)).some(
    (piece) => said.includes(piece),
  );
}
