import { bundle } from "../../esbuild.config.ts";
import { FUNCTION_TEXT } from "../build/package-files.ts";
import { paint } from "../kit/terminal.ts";
import { costTable, READABLE } from "./cost-table.ts";
import type { Confinement } from "./half-cpu.ts";
import { MeasuredProcess } from "./measured-process.ts";
import { type OwnWorkKind, ownWorkOrder } from "./own-work.ts";
import { ANSWERED } from "./rows/compared.ts";
import type { Workshop } from "./workshop.ts";

/** How many turns are sampled, and how many go before. */
export type ProfileLength = { warmUp: number; turns: Record<OwnWorkKind, number> };

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
  const file = workshop.add(READABLE, "v1", code);
  const tables: string[] = [];
  for (const kind of ["text", "carousel", "record"] as const) {
    const order = { ...ownWorkOrder(workshop, "v1", kind), file };
    const args = [workshop.programs.takeTurns, JSON.stringify(order)];
    const { started } = await MeasuredProcess.start(args, confinement.beside);
    try {
      await started.after(warmUp, "times");
      const costs = await started.after(turns[kind], "profile");
      tables.push(
        `${paint("bold", `${ANSWERED[kind]}, ${turns[kind]} turns`)}\n${costTable(costs, turns[kind], code)}`,
      );
    } finally {
      await started.end();
    }
  }
  return tables.join("\n\n");
}
