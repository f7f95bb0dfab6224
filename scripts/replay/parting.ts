/** Two texts, cut to where they part; `marks` goes below the second one, and is `""` where no line stands for a line. */
export type Parting = { expected: string; seen: string; marks: string };

/** Lines that two texts share at their ends are left out but for this one, and so is most of a long line. */
const AROUND = 1;
const AROUND_IN_LINE = 30;

/** Shows where two texts part: what they share is cut short, and what differs in a line is underlined. */
export function partingOf(expected: string, seen: string): Parting {
  const [left, right] = [expected.split("\n"), seen.split("\n")];
  const [before, after] = shared(left, right);
  const [one, other] = [left, right].map((lines) => lines.slice(before, lines.length - after));
  if (one?.length !== 1 || other?.length !== 1) {
    return { expected: around(left, before, after), seen: around(right, before, after), marks: "" };
  }
  const [[first = ""], [second = ""]] = [one, other];
  const [same, sameAtEnd] = shared([...first], [...second]);
  const longest = Math.max([...first].length, [...second].length) - same - sameAtEnd;
  const start = Math.max(0, same - AROUND_IN_LINE);
  const dots = start > 0 ? "…" : "";
  const shorten = (line: string) => {
    const signs = [...line];
    const end = signs.length - Math.max(0, sameAtEnd - AROUND_IN_LINE);
    return `${dots}${signs.slice(start, end).join("")}${end < signs.length ? "…" : ""}`;
  };
  const marks = `${" ".repeat(dots.length + same - start)}${"^".repeat(Math.max(1, longest))}`;
  return { expected: shorten(first), seen: shorten(second), marks };
}

/** How much two lists share at their beginning, and then at their end. */
function shared<Item>(one: readonly Item[], other: readonly Item[]): [before: number, after: number] {
  const most = Math.min(one.length, other.length);
  let before = 0;
  while (before < most && one[before] === other[before]) before += 1;
  let after = 0;
  while (after < most - before && one.at(-1 - after) === other.at(-1 - after)) after += 1;
  return [before, after];
}

function around(lines: readonly string[], before: number, after: number): string {
  const [start, end] = [Math.max(0, before - AROUND), lines.length - Math.max(0, after - AROUND)];
  return [...(start > 0 ? ["…"] : []), ...lines.slice(start, end), ...(end < lines.length ? ["…"] : [])].join(
    "\n",
  );
}
