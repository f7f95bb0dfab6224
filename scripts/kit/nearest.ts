import leven, { closestMatch } from "leven";

/** So many letters may be wrong for a word to be taken as another, and one in a short word: there it is a third of it. */
const MOST_WRONG = 2;
const SHORT = 3;

/**
 * The known word that is probably meant by one that was written wrong, whatever its capitals and whether - or _ divides it.
 *
 * @returns `undefined` when none is near
 */
export function nearest(written: string, known: readonly string[]): string | undefined {
  const plain = known.map(inPlain);
  const word = inPlain(written);
  const closest = closestMatch(word, plain);
  const most = Math.min(word.length, closest?.length ?? 0) <= SHORT ? 1 : MOST_WRONG;
  if (closest === undefined || leven(word, closest) > most) return undefined;
  return known[plain.indexOf(closest)];
}

/** @returns `; is <word> meant?`, to stand behind what is wrong; `""` when no known word is near */
export function meant(written: string, known: readonly string[]): string {
  const word = nearest(written, known);
  return word === undefined ? "" : `; is ${word} meant?`;
}

function inPlain(word: string): string {
  return word.toUpperCase().replaceAll("-", "_");
}
