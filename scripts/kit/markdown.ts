import { readFileSync, writeFileSync } from "node:fs";
import { relative } from "node:path";

/** A table whose columns are padded, so that its source reads as a table, too. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) =>
    Math.max(3, ...[head, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  const rule = widths.map((width) => "-".repeat(width));
  return [head, rule, ...rows]
    .map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`)
    .join("\n");
}

/** The lines between which a command writes into a document. */
export type Marks = readonly [opening: string, closing: string];

/**
 * The document with something else between its marks. One that has lost a mark gets both at its end, with what belongs
 * between them: a mark that is left over would make the next writing take away whatever follows it.
 */
export function withBetweenMarks(document: string, marks: Marks, content: string): string {
  const [opening, closing] = marks;
  const part = [opening, content, closing].join("\n\n");
  if (hasMarks(document, marks)) {
    const after = document.indexOf(closing) + closing.length;
    return document.slice(0, document.indexOf(opening)) + part + document.slice(after);
  }
  const rest = document.replaceAll(opening, "").replaceAll(closing, "").trimEnd();
  return `${[rest, part].filter(Boolean).join("\n\n")}\n`;
}

/** Writes between the marks of a document, and says so when it had lost one. */
export function writeBetweenMarks(file: string, marks: Marks, content: string): void {
  const document = readFileSync(file, "utf8");
  writeFileSync(file, withBetweenMarks(document, marks, content));
  if (hasMarks(document, marks)) return;
  console.warn(
    `${relative(process.cwd(), file)} did not hold both marks, ${marks.join(" and ")}. They stand at its end now, with what belongs ` +
      "between them: move them to where they were, and take away what stood there before.",
  );
}

function hasMarks(document: string, [opening, closing]: Marks): boolean {
  const start = document.indexOf(opening);
  return start >= 0 && document.indexOf(closing) > start;
}
