import { cut, length } from "../../runtime/graphemes.ts";

/** Code points. More is not read at a glance, and nobody says what the workspace would do with it. */
export const MOST_CHARACTERS = 1_500;

const REST = "\n…";

/** Lines, the most important first, as far as they fit; an ellipsis stands for the rest. */
export function fitted(lines: readonly string[], most = MOST_CHARACTERS): string {
  const kept = [...lines];
  const isTooLong = () => length(kept.join("\n")) > most - (kept.length < lines.length ? REST.length : 0);
  while (kept.length > 1 && isTooLong()) kept.pop();
  return kept.length < lines.length
    ? `${cut(kept.join("\n"), most - REST.length)}${REST}`
    : cut(kept.join("\n"), most);
}
