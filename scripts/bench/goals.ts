import type { Goal } from "./row.ts";

/** What each measure is to come to, by its name in the report. All of them are for our own files. */

/** Of a process that loads `node:http`, or an ES module that does. */
export const START_OF_PROCESS: Goal = { atMost: 1.2, of: "ratio" };

/** Of loading both libraries as they come. */
export const LOADING: Goal = { atMost: 1 / 8, of: "ratio" };

/** Of a program that makes the same request and no more. */
export const FIRST_REPLY: Goal = { atMost: 1.2, of: "ratio" };

/** Milliseconds, by what is answered; with a record beside WebCrypto. */
export const OWN_WORK = {
  text: { atMost: 0.028, of: "value" },
  carousel: { atMost: 0.15, of: "value" },
  record: { atMost: 0.06, of: "value" },
} as const satisfies Record<string, Goal>;

/** Kilobytes a turn, by what is answered. */
export const ALLOCATION = {
  text: { atMost: 30, of: "value" },
  carousel: { atMost: 200, of: "value" },
} as const satisfies Record<string, Goal>;

/** Milliseconds above the stand-in of the toolbelt's client alone. */
export const ABOVE_CLIENT: Goal = { atMost: 0.05, of: "value" };

/** Of request-promise alone, which is the client of the platform. */
export const WHOLE_TURN_V1: Goal = { atMost: 1.1, of: "ratio" };

/** Of `fetch` alone. */
export const WHOLE_TURN_V2: Goal = { atMost: 0.8, of: "ratio" };

/** Of one call of its service: one before Clinc and one after, and a millisecond of our own. */
export const addedByRecord = (latencyMs: number): Goal => ({ atMost: 2 + 1 / latencyMs, of: "ratio" });

/** Milliseconds, where nobody has answered for three turns. */
export const ADDED_BY_DEAD_RECORD: Goal = { atMost: 1, of: "value" };

/** Megabytes above the bare POST, in use and of the whole process. */
export const MEMORY: Goal = { atMost: 10, of: "value" };

/** Megabytes: the remembered replies of all conversations together may take 16 more. */
export const RICH_MEMORY: Goal = { atMost: 26, of: "value" };

/** Megabytes from the first quarter of the turns to the last: what is called flat. */
export const GROWTH: Goal = { atMost: 1, of: "value" };
