import { fromJson } from "../../kit/json.ts";
import { timeIn } from "./time.ts";

/** A line of a function's or the desk's log as it was written, and when, in milliseconds since the epoch. */
export type Entry = { text: string; at: number | undefined };

/** How the lines of both functions begin. */
const MARK = "[clinc] ";
/** How the lines of the desk begin. */
const DESK = /\{"?"at"?":"?"[^"]{1,40}"?","?"agent"?":/;

/** What a line of an exported log holds of ours: CSV, JSON, or text behind whatever stands before it. */
export function entriesInLine(line: string): Entry[] {
  if (!line.includes(MARK) && !line.includes("agent")) return [];
  const start = startOfJson(line);
  const json = start === undefined ? undefined : fromJson(line.slice(start));
  if (json !== undefined) return entriesIn(json, timeIn(line.slice(0, start)));
  if (CSV.test(line)) return entriesOfCells(cellsOf(line));
  return entriesInText(line, undefined);
}

/** What a value of an exported JSON document holds of ours. Time and text are fields of one object, however they are called. */
export function entriesIn(value: unknown, at: number | undefined): Entry[] {
  if (typeof value === "string") return entriesInText(value, at);
  if (Array.isArray(value)) return value.flatMap((each) => entriesIn(each, at));
  if (typeof value !== "object" || value === null) return [];
  if ("op" in value && "agent" in value) return [{ text: JSON.stringify(value), at }];
  const fields = Object.values(value);
  const told = fields.map((field) => timeOf(field)).find((time) => time !== undefined);
  return fields.flatMap((field) => entriesIn(field, told ?? at));
}

function entriesInText(text: string, at: number | undefined): Entry[] {
  const start = text.indexOf(MARK);
  if (start >= 0) return [{ text: text.slice(start), at: timeIn(text.slice(0, start)) ?? at }];
  const desk = DESK.exec(text);
  return desk ? [{ text: text.slice(desk.index), at }] : [];
}

/** A field that holds our line tells other times than its own. */
function timeOf(field: unknown): number | undefined {
  const isTime = typeof field === "number" || (typeof field === "string" && field.length < 60);
  return isTime ? timeIn(String(field)) : undefined;
}

/** JSON may stand behind a time or a container's name; the one behind our own mark is no export's. */
function startOfJson(line: string): number | undefined {
  const start = line.indexOf("{");
  const mark = line.indexOf(MARK);
  return start >= 0 && (mark < 0 || start < mark) ? start : undefined;
}

/** CSV doubles the quotes of our JSON, and quotes what has blanks. */
const CSV = /\[clinc\] \w+ \{""|(?:^|[,;\t])"\s*\[clinc\] |\{""at"":/;
/** A quoted cell, or what stands between two separators. */
const CELL = /"((?:[^"]|"")*)"|[^,;\t"]+/g;

function cellsOf(line: string): string[] {
  return Array.from(line.matchAll(CELL), ([all, quoted]) => quoted?.replaceAll('""', '"') ?? all);
}

function entriesOfCells(cells: readonly string[]): Entry[] {
  const times = cells.map((cell) => timeOf(cell)).filter((time) => time !== undefined);
  return cells.flatMap((cell) => entriesInText(cell, times[0]));
}
