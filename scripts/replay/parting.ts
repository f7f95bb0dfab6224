import { diffArrays, diffWordsWithSpace } from "diff";

/** Equal lines around a difference; the others between are left out. */
const AROUND = 1;

/**
 * Shows line by line where two texts part: `-` stands before a line that was expected, `+` before one that was seen in its
 * place, and signs below underline what is other in it.
 */
export function partingOf(expected: string, seen: string): string[] {
  const changes = diffArrays(expected.split("\n"), seen.split("\n"));
  const lines: string[] = [];
  for (const [index, { added, removed, value }] of changes.entries()) {
    const next = changes[index + 1];
    if (removed && next?.added) lines.push(...replaced(value, next.value));
    else if (removed) lines.push(...value.map((line) => `- ${line}`));
    else if (added && !changes[index - 1]?.removed) lines.push(...value.map((line) => `+ ${line}`));
    else if (!added) lines.push(...around(value, index > 0, next !== undefined));
  }
  return lines;
}

function replaced(expected: readonly string[], seen: readonly string[]): string[] {
  if (expected.length !== seen.length)
    return [...expected.map((line) => `- ${line}`), ...seen.map((line) => `+ ${line}`)];
  return expected.flatMap((line, index) => underlined(line, seen[index] ?? ""));
}

/** So much of what two lines have in common is shown before they part. */
const BEFORE = 40;

/** Signs below what is other in the second line than in the first; of what is missing, below where it should be. */
function underlined(expected: string, seen: string): string[] {
  const marked = new Set<number>();
  let column = 0;
  for (const { added, removed, value } of diffWordsWithSpace(expected, seen)) {
    const { length } = [...value];
    for (const offset of Array.from({ length: added ? length : removed ? 1 : 0 }).keys())
      marked.add(column + offset);
    if (!removed) column += length;
  }
  const start = Math.max(0, Math.min(...marked) - BEFORE);
  const dots = start > 0 ? "…" : "";
  const shown = (line: string) => dots + [...line].slice(start).join("");
  const marks = Array.from({ length: Math.max(...marked) + 1 }, (_, at) => (marked.has(at) ? "^" : " "));
  return [`- ${shown(expected)}`, `+ ${shown(seen)}`, `  ${dots && " "}${marks.slice(start).join("")}`];
}

function around(lines: readonly string[], isBehind: boolean, isBefore: boolean): string[] {
  const first = isBehind ? lines.slice(0, AROUND) : [];
  const last = isBefore ? lines.slice(first.length).slice(-AROUND) : [];
  const isCut = first.length + last.length < lines.length;
  return [...first, ...(isCut ? ["…"] : []), ...last].map((line) => `  ${line}`);
}
