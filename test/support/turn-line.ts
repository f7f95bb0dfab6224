import type { LogEntry } from "../../scripts/stand-ins/functions/load-function.ts";

const PREFIX = "[clinc] turn ";

/** The fields of the line that a turn left in the log. */
export function turnLine(logs: readonly LogEntry[]) {
  const written = logs.findLast(({ text }) => text.startsWith(PREFIX))?.text;
  return JSON.parse(written?.slice(PREFIX.length) ?? "null");
}
