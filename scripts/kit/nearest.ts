import leven from "leven";

/** So many letters may be wrong for a word to be taken as another. */
const MOST_WRONG = 2;

/**
 * The word that was probably meant; `""` when none is near. Upper and lower case, and which dash, do not matter; of a
 * short word not half may be wrong, and two letters that have changed places are one.
 */
export function nearest(word: string, known: readonly string[]): string {
  const written = plain(word);
  const wrong = known.map((one) => wrongLetters(written, plain(one)));
  const least = Math.min(...wrong);
  return least <= Math.min(MOST_WRONG, (written.length - 1) / 2) ? (known[wrong.indexOf(least)] ?? "") : "";
}

/** What follows a message about a word that is not known: `; did you mean "choices"?`, or nothing. */
export function didYouMean(word: string, known: readonly string[]): string {
  const meant = nearest(word, known);
  return meant === "" ? "" : `; did you mean "${meant}"?`;
}

function plain(word: string): string {
  return word.toLowerCase().replaceAll("-", "_");
}

/** How many letters have to be added, removed, replaced or, next to each other, exchanged. */
function wrongLetters(from: string, to: string): number {
  const wrong = leven(from, to);
  return wrong === 2 && lettersOf(from) === lettersOf(to) ? 1 : wrong;
}

function lettersOf(word: string): string {
  return [...word].sort().join("");
}
