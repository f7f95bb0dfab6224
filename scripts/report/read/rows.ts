import { entriesInLine } from "./entry.ts";

/** Lines of one row at most: cells hold a few, such as the line end behind our text. */
const MOST_LINES = 8;
/** A cell that goes on in the next line, as CSV has it: its quote has begun at a separator, or with the line. */
const OPEN_CELL = /(?:^|[,;\t])"/;

/**
 * The rows of a log: each line that is not blank, and in CSV the lines over which a quoted cell goes, as one.
 *
 * A quote that was cut off spoils no other line: where lines taken together hold less of ours than each for itself, they
 * are rows of their own.
 */
export async function* rowsOf(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let open: string[] = [];
  for await (const line of lines) {
    if (open.length === 0 && (isWhole(line) || !OPEN_CELL.test(line))) {
      if (line.trim() !== "") yield line;
      continue;
    }
    open.push(line);
    const isClosed = open.length > 1 && !isWhole(line);
    if (!isClosed && open.length < MOST_LINES) continue;
    yield* isClosed ? together(open) : apart(open);
    open = [];
  }
  yield* apart(open);
}

/** Whether each quote of a line has its other one. */
function isWhole(line: string): boolean {
  let quotes = 0;
  for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) quotes += 1;
  return quotes % 2 === 0;
}

/** A row holds one line of ours at most. */
function together(lines: readonly string[]): string[] {
  const row = lines.join(" ");
  const single = apart(lines);
  const ofOurs = (texts: readonly string[]) => texts.flatMap(entriesInLine).length;
  return ofOurs(single) <= 1 && ofOurs([row]) >= ofOurs(single) ? [row] : single;
}

function apart(lines: readonly string[]): string[] {
  return lines.filter((line) => line.trim() !== "");
}
