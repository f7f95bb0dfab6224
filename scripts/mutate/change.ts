import type { Mutant } from "./try-mutants.ts";

/** A change to read: where it is, and the code before and after it, each on one line. */
export type Change = { place: string; before: string; after: string };

/** @param source the text of the file that was changed */
export function changeOf({ fileName, location, replacement }: Mutant, source: string): Change {
  const { start, end } = location;
  const lines = source.split("\n").slice(start.line - 1, end.line);
  const head = lines[0]?.slice(0, start.column - 1) ?? "";
  const tail = lines.at(-1)?.slice(end.column - 1) ?? "";
  return {
    place: `${fileName}:${start.line}:${start.column}`,
    before: onOneLine(lines.join("\n")),
    after: onOneLine(head + replacement + tail),
  };
}

function onOneLine(code: string): string {
  return code.replace(/\s*\n\s*/g, " ").trim();
}
