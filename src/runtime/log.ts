import { cut } from "./graphemes.ts";

/**
 * Function logs hold 10 entries and about 5,000 characters an invocation, and LivePerson stores them for 30 days. So:
 * one line a turn, at most {@link MAX_WARNINGS} warnings, ids and numbers only.
 *
 * The platform's console has `debug`, `info`, `warn` and `error` and nothing else, and is put in place after this file
 * is loaded: it is looked up at each call.
 *
 * @see https://developers.liveperson.com/liveperson-functions-getting-started-development-deep-dive-ui.html
 */
const MAX_WARNINGS = 2;
const MAX_WARNING_LENGTH = 1_500;

/** What one turn, or one command, tells the operator. */
export type Line = Record<string, string | number | boolean | undefined>;

/** Writes a turn's one line, see {@link logLine}. */
export function logTurn(line: Line, warnings: readonly string[]): void {
  logLine("turn", line, warnings);
}

/** Writes the one line of something, and what went wrong beside it, a line each: no text can make a line look like ours. */
export function logLine(what: string, line: Line, warnings: readonly string[]): void {
  for (const warning of condense(warnings))
    console.warn(`[clinc] ${cut(warning.replace(/[\s\p{C}]+/gu, " "), MAX_WARNING_LENGTH)}`);
  console.info(`[clinc] ${what} ${JSON.stringify(line)}`);
}

/** The first warnings stand alone, the last of the allowed number takes in all that follow. */
function condense(warnings: readonly string[]): string[] {
  if (warnings.length <= MAX_WARNINGS) return [...warnings];
  const head = warnings.slice(0, MAX_WARNINGS - 1);
  return [...head, warnings.slice(MAX_WARNINGS - 1).join(" | ")];
}

/**
 * An id or an author's key as it may stand in a log: what such are not made of is left out, so that no text can travel
 * as one.
 */
export function loggableId(id: string): string {
  return cut(id.replace(/[^\w.:-]/g, ""), 64);
}
