import { GENERATIONS, type Generation } from "../build/generation.ts";
import type { CannedReply } from "./canned-replies.ts";
import type { Confinement } from "./half-cpu.ts";
import { MeasuredProcess, type Subject } from "./measured-process.ts";
import { orderFor, withClinc } from "./series.ts";
import type { Workshop } from "./workshop.ts";

/** What is in use after each quarter of the turns, after a garbage collection. */
type Memory = { heapBytes: number[]; residentBytes: number[] };

const SUBJECTS = ["client", "v1", "fetch", "v2"] as const;

/** A function of ours, or the bare POST through the same transport; our functions also with ten cards in each reply. */
export type MemoryOf = Record<(typeof SUBJECTS)[number], Memory> & { rich: Record<Generation, Memory> };

/**
 * Takes the turns in fresh processes, without any limit on the CPU: memory does not depend on it. A function and the
 * bare POST beside it go at the same time.
 */
export async function measureMemory(
  workshop: Workshop,
  confinement: Confinement,
  turns: number,
): Promise<MemoryOf> {
  return withClinc(workshop, confinement, 0, async (host) => {
    const measure = async <Measured extends Subject>(subject: Measured, reply?: CannedReply) => {
      const order = { ...orderFor(workshop, subject, host), ...(reply && { reply }) };
      const args = ["--expose-gc", workshop.programs.takeTurns, JSON.stringify(order)];
      const { started } = await MeasuredProcess.start(args);
      const memory: Memory = { heapBytes: [], residentBytes: [] };
      for (let quarter = 0; quarter < 4; quarter += 1) {
        const { heapBytes, residentBytes } = await started.after(turns / 4, "memory");
        memory.heapBytes.push(heapBytes);
        memory.residentBytes.push(residentBytes);
      }
      await started.end();
      return [subject, memory] as const;
    };
    const v1 = await Promise.all([measure("client"), measure("v1")]);
    const v2 = await Promise.all([measure("fetch"), measure("v2")]);
    const rich = await Promise.all(GENERATIONS.map((generation) => measure(generation, "carousel")));
    return { ...Object.fromEntries([...v1, ...v2]), rich: Object.fromEntries(rich) } as MemoryOf;
  });
}
