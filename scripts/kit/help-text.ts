/** As wide as a terminal usually is, or a page of a document. */
const COLUMNS = 100;

/** The start of a line: indented words, and two blanks or more before what they mean. */
const ROW = /^ +\S(?:.*?\S)? {2,}(?=\S)/;

/**
 * A help text on lines of at most 100 columns. What an option means goes on below where it begins, and a sentence below
 * its first word. A full stop at the end of a line keeps the next one apart.
 */
export function helpText(written: string): string {
  return flows(written.split("\n")).flatMap(wrapped).join("\n");
}

/** A piece of text that belongs together, and what stands before its first line. */
type Flow = { head: string; text: string };

function flows(lines: readonly string[]): Flow[] {
  const found: Flow[] = [];
  for (const line of lines) {
    const last = found.at(-1);
    const indent = /^ */.exec(line)?.[0].length ?? 0;
    const [head = " ".repeat(indent)] = ROW.exec(line) ?? [];
    const text = line.slice(head.length);
    if (last && head.trim() === "" && head.length === last.head.length && goesOn(last, text))
      last.text += ` ${text}`;
    else found.push({ head, text });
  }
  return found;
}

/** In a row of options everything below its text is about the same one; what is indented alone stands alone. */
function goesOn({ head, text }: Flow, next: string): boolean {
  if (next === "" || text === "") return false;
  return head === "" ? !/[.:]$/.test(text) : head.trim() !== "";
}

function wrapped({ head, text }: Flow): string[] {
  const lines = [head];
  for (const word of text.split(/(?<=\S) (?=\S)/)) {
    const line = lines.at(-1) ?? "";
    const isFirst = line.length === head.length;
    const longer = isFirst ? line + word : `${line} ${word}`;
    if (isFirst || longer.length <= COLUMNS) lines.splice(-1, 1, longer);
    else lines.push(" ".repeat(head.length) + word);
  }
  return lines.map((line) => line.trimEnd());
}
