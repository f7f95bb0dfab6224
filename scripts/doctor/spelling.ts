import { isVariableOfFunctions } from "../conversations/variables.ts";

/** Names of the shell that the scripts read; the function gets these values as secrets, never as variables. */
export const SECRETS_OF_SHELL = [
  "CLINC_HOST",
  "CLINC_APP_KEY",
  "CLINC_AI_VERSION",
  "CLINC_ASSIST_AI_VERSION",
  "CLINC_CONTEXT_KEY",
  "CLINC_OFF",
];

/** So many letters may be wrong for a name to be taken as one of ours. */
const MOST_WRONG = 2;

/**
 * Finds names that look like the function's variables and are none: one letter too many, or our own prefix.
 *
 * @param ours the names that the function reads
 * @returns each wrong name with the one that is probably meant, `""` when none is near
 */
export function misspelt(
  names: readonly string[],
  ours: readonly string[],
): Array<[wrong: string, right: string]> {
  return names
    .filter((name) => !isVariableOfFunctions(name) && !SECRETS_OF_SHELL.includes(name))
    .map((name): [string, string] => [name, nearest(name, ours)])
    .filter(([name, right]) => right !== "" || name.startsWith("CLINC_"));
}

function nearest(name: string, ours: readonly string[]): string {
  const written = name.toUpperCase().replaceAll("-", "_");
  const wrong = ours.map((one) => distance(written, one));
  const least = Math.min(...wrong);
  return least <= MOST_WRONG ? (ours[wrong.indexOf(least)] ?? "") : "";
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
