import type { LogEntry } from "../stand-ins/functions/load-function.ts";

const PREFIX = /^\[clinc\] /;

/**
 * What the function has told the author of a turn, remark by remark: it writes the last ones of many in one line.
 *
 * @param complaints about settings, which are told elsewhere
 */
export function remarksOf(logs: readonly LogEntry[], complaints: readonly string[]): string[] {
  return logs
    .filter(({ level }) => level === "warn")
    .flatMap(({ text }) => text.replace(PREFIX, "").split(" | "))
    .filter((remark) => !complaints.includes(remark));
}
