import { bundle } from "../../esbuild.config.ts";
import { FUNCTION_TEXT } from "../build/package-files.ts";
import { paint } from "../kit/terminal.ts";
import type { Confinement } from "./half-cpu.ts";
import { MeasuredProcess } from "./measured-process.ts";
import { type OwnWorkKind, ownWorkOrder } from "./own-work.ts";
import type { OwnCost } from "./programs/profiler.ts";
import { ANSWERED } from "./rows/compared.ts";
import type { Workshop } from "./workshop.ts";

/** How many turns are sampled, and how many go before. */
export type ProfileLength = { warmUp: number; turns: Record<OwnWorkKind, number> };

/** Ends the address of the file that is sampled. */
const READABLE = "readable.cjs";

/** Functions of a table; what comes behind them is noise. */
const ROWS = 30;

/**
 * Tells where a turn's own work goes, by function: of V1's file as the source makes it now, bundled with names and
 * comments kept. The published file is shortened, so its own times are others; the shares are much the same.
 *
 * A whole CPU, since a process that is kept from running is sampled all the same.
 *
 * @returns a table for each kind of turn
 */
export async function profileTables(
  workshop: Workshop,
  confinement: Confinement,
  { warmUp, turns }: ProfileLength,
): Promise<string> {
  const { text } = await bundle("ClincBot", { isReadable: true });
  const code = FUNCTION_TEXT.v1(text, "ClincBot");
  const file = workshop.add("readable", "v1", code);
  const tables: string[] = [];
  for (const kind of ["text", "carousel", "record"] as const) {
    const order = { ...ownWorkOrder(workshop, "v1", kind), file };
    const args = [workshop.programs.takeTurns, JSON.stringify(order)];
    const { started } = await MeasuredProcess.start(args, confinement.beside);
    try {
      await started.after(warmUp, "times");
      const times = await started.after(turns[kind], "profile");
      tables.push(
        `${paint("bold", `${ANSWERED[kind]}, ${turns[kind]} turns`)}\n${table(times, turns[kind], code)}`,
      );
    } finally {
      await started.end();
    }
  }
  return tables.join("\n\n");
}

/** What a process does while it waits is no work of a turn. */
const IDLE = /^\((idle|program|root)\)$/;

function table(costs: readonly OwnCost[], turns: number, code: string): string {
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
  if (!url.endsWith(READABLE)) return [name || "(anonymous)", url.replace(/^.*[\\/]/, "")].join("  ").trim();
  const above = code.split("\n").slice(0, line);
  const path = above.findLast((text) => PATH.test(text))?.replace(PATH, "") ?? "";
  return [name || above.at(-1)?.trim().slice(0, LONGEST_START), path].join("  ");
}

const PATH = /^\s*\/\/ (?=(src|node_modules)\/)/;
