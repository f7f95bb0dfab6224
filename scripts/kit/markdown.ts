/** A table whose columns are padded as the formatter pads them: what is written must pass `npm run lint`. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) =>
    Math.max(3, ...[head, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  const rule = widths.map((width) => "-".repeat(width));
  return [head, rule, ...rows]
    .map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`)
    .join("\n");
}

/**
 * The README with something else between two of its marks.
 *
 * @throws when it has lost them
 */
export function withBetweenMarks(
  readme: string,
  [before, after]: readonly [string, string],
  content: string,
): string {
  const start = readme.indexOf(before);
  const end = readme.indexOf(after);
  if (start < 0 || end < start) throw new Error(`README.md has lost the marks ${before} and ${after}`);
  return `${readme.slice(0, start + before.length)}\n\n${content}\n\n${readme.slice(end)}`;
}
