import type { Generation } from "../build/generation.ts";
import type { Confinement } from "./half-cpu.ts";
import { NOBODY } from "./own-work.ts";
import { inTurns, type Length, orderFor, type Rounds, withClinc, withProgram } from "./series.ts";
import type { Workshop } from "./workshop.ts";

/**
 * Whole turns of each generation: without a record, with one so far away, and with one that nobody answers for; and one bare
 * call of the record's service.
 */
export type RecordTurns = Record<Generation, Record<"without" | "withRecord" | "withDead" | "call", Rounds>>;

/** Milliseconds to the record's service and back. */
export const CONTEXT_LATENCY_MS = 20;

/** Clinc takes longer than two calls of the service, as it does. */
const CLINC_LATENCY_MS = 50;

/** Each is told once how long to keep a conversation; that is no part of its later turns. */
const CONVERSATIONS = 20;

/** Whole turns of conversations that go on, with their record on loopback. They wait more than they work, so no CPU is kept from them. */
export async function measureRecord(
  workshop: Workshop,
  confinement: Confinement,
  length: Length,
): Promise<RecordTurns> {
  return withClinc(workshop, confinement, CLINC_LATENCY_MS, async (host) => ({
    v1: await turnsWithRecord(workshop, confinement, "v1", host, length),
    v2: await turnsWithRecord(workshop, confinement, "v2", host, length),
  }));
}

/** With a service of its own: a turn that another generation has written down would be a repeat. */
function turnsWithRecord(
  workshop: Workshop,
  confinement: Confinement,
  generation: Generation,
  host: string,
  length: Length,
): Promise<RecordTurns[Generation]> {
  const { cannedContext } = workshop.programs;
  return withProgram([cannedContext, String(CONTEXT_LATENCY_MS)], confinement, (contextHost) => {
    const without = { ...orderFor(workshop, generation, host), conversations: CONVERSATIONS };
    const orders = {
      without,
      withRecord: { ...without, contextHost },
      withDead: { ...without, contextHost: NOBODY },
      call: orderFor(workshop, "fetch", contextHost),
    };
    return inTurns(workshop, undefined, orders, length);
  });
}
