import type { Row } from "../row.ts";
import type { Rounds } from "../series.ts";
import { ratioOf, spreadOf } from "../statistics.ts";

/** The names of what is measured, as the report has them. */
export const NAMES = {
  empty: "an empty file",
  http: "node:http",
  httpModule: "node:http, ES module",
  client: "bare stand-in client",
  requestPromise: "bare request-promise",
  fetch: "bare fetch",
  v1: "V1",
  v2: "V2",
  v1RequestPromise: "V1, request-promise",
  toolbelt: "lambda by hand",
  axiosAndZod: "axios and zod as they come",
  axiosAndZodModule: "axios and zod, ES module",
} as const;

/** What is answered, in words. */
export const ANSWERED = { text: "a text", carousel: "ten cards", record: "a text with a record" } as const;

/** The median of some rounds with the mean beside it. */
export function timed({ medians, means }: Rounds): Pick<Row, "value" | "mean" | "unit"> {
  return { value: spreadOf(medians), mean: spreadOf(means).median, unit: "ms" };
}

/** The same, and how many times that of something else, by the medians. */
export function compared(measured: Rounds, floor: Rounds, to: string) {
  return { ratio: ratioOf(measured.medians, floor.medians), to, ...timed(measured) };
}

/** Of what happens once a process: a figure a round, and no mean. */
export function comparedOnce(values: readonly number[], floor: readonly number[], to: string) {
  return { ratio: ratioOf(values, floor), to, value: spreadOf(values), unit: "ms" as const };
}
