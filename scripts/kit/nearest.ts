/** So many letters may be wrong for a word to be taken as another. */
const MOST_WRONG = 2;

/**
 * The word that was probably meant; `""` when none is near. Upper and lower case, and which dash, do not matter; of a
 * short word not half may be wrong.
 */
export function nearest(word: string, known: readonly string[]): string {
  const written = plain(word);
  const wrong = known.map((one) => distance(written, plain(one)));
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

/** How many letters have to be added, removed or replaced (Levenshtein). */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [above, letter] of [...from].entries()) {
    const next = [above + 1];
    for (let at = 1; at <= to.length; at += 1) {
      const replaced = (row[at - 1] ?? 0) + (letter === to[at - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
