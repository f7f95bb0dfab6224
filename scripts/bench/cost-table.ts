import type { OwnCost } from "./programs/profiler.ts";

/** The name of the file that is sampled. */
export const READABLE = "readable";

/** Functions of a table; what comes behind them is noise. */
const ROWS = 30;

/** What a process does while it waits is no work of a turn. */
const IDLE = /^\((idle|program|root)\)$/;

/**
 * What took the longest, and all together.
 *
 * @param code the file that was sampled
 */
export function costTable(costs: readonly OwnCost[], turns: number, code: string): string {
  const busy = costs.filter(({ name }) => !IDLE.test(name));
  const sum = (of: "microseconds" | "bytes") => busy.reduce((whole, cost) => whole + cost[of], 0);
  const all = { microseconds: sum("microseconds"), bytes: sum("bytes") };
  const line = ({ microseconds, bytes }: Omit<OwnCost, "name" | "url" | "line">, what: string) =>
    [
      `${((100 * microseconds) / all.microseconds).toFixed(1)} %`.padStart(8),
      `${(microseconds / turns).toFixed(2)} µs`.padStart(11),
      `${(bytes / turns / 1e3).toFixed(2)} kB`.padStart(11),
      `  ${what}`,
    ].join("");
  return [...busy.slice(0, ROWS).map((one) => line(one, placeOf(one, code))), line(all, "all")].join("\n");
}

/** Characters of a function without a name. */
const LONGEST_START = 60;

/** A function, and the source file that it comes from: the bundler writes the file's path above its part. */
export function placeOf({ name, url, line }: Pick<OwnCost, "name" | "url" | "line">, code: string): string {
  if (!url.endsWith(`${READABLE}.cjs`))
    return [name || "(anonymous)", url.replace(/^.*[\\/]/, "")].join("  ").trim();
  const above = code.split("\n").slice(0, line);
  const path = above.findLast((text) => PATH.test(text))?.replace(PATH, "") ?? "";
  return [name || above.at(-1)?.trim().slice(0, LONGEST_START), path].join("  ");
}

const PATH = /^\s*\/\/ (?=(src|node_modules)\/)/;
