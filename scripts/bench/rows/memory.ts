import { GENERATIONS } from "../../build/generation.ts";
import { GROWTH, MEMORY, RICH_MEMORY } from "../goals.ts";
import type { MemoryOf } from "../memory.ts";
import { exactly, type Goal, type Row } from "../row.ts";
import { NAMES } from "./compared.ts";

/** What a function needs beyond the bare POST after all turns, and what it grew by since the first quarter of them. */
export function memoryRows(measured: MemoryOf): Row[] {
  return GENERATIONS.flatMap((generation) => {
    const ours = measured[generation];
    const bare = measured[generation === "v1" ? "client" : "fetch"];
    const rich = measured.rich[generation];
    const row = (measure: string, bytes: number, goal?: Goal): Row => {
      const value = exactly(bytes / 1e6);
      return { measure, subject: NAMES[generation], value, unit: "MB", ...(goal && { goal }) };
    };
    return [
      row("heap above the bare POST", last(ours.heapBytes) - last(bare.heapBytes), MEMORY),
      row("process above the bare POST", last(ours.residentBytes) - last(bare.residentBytes), MEMORY),
      row("heap with rich replies", last(rich.heapBytes) - last(bare.heapBytes), RICH_MEMORY),
      row("process with rich replies", last(rich.residentBytes) - last(bare.residentBytes)),
      row("heap growth", last(ours.heapBytes) - first(ours.heapBytes), GROWTH),
    ];
  });
}

function first(quarters: readonly number[]): number {
  return quarters[0] ?? Number.NaN;
}

function last(quarters: readonly number[]): number {
  return quarters.at(-1) ?? Number.NaN;
}
