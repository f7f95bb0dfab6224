import type { Generation } from "../build/generation.ts";
import type { CannedReply } from "./canned-replies.ts";
import type { Confinement } from "./half-cpu.ts";
import { MeasuredProcess, type Order } from "./measured-process.ts";
import { inTurns, type Length, orderFor, type Rounds } from "./series.ts";
import { quantile } from "./statistics.ts";
import type { Workshop } from "./workshop.ts";

/** What Clinc answers; a text also where a record is kept. */
export type OwnWorkKind = CannedReply | "record";

/** What a turn takes beside HTTP. */
export type OwnWork = Record<Generation, Record<OwnWorkKind, Rounds>> & { toolbelt: Rounds };

/** Nobody listens there: the transport answers at once. */
export const NOBODY = "http://127.0.0.1:9";

/** A record grows with its conversation for some turns; so few that it has done so when the warm-up is over. */
const CONVERSATIONS_WITH_RECORD = 500;

/** The order for turns of which the transport takes no part. */
export function ownWorkOrder(
  workshop: Workshop,
  subject: Generation | "toolbelt",
  kind: OwnWorkKind = "text",
): Order {
  const order = orderFor(workshop, subject, NOBODY);
  if (kind !== "record") return { ...order, reply: kind };
  return { ...order, reply: "text", contextHost: NOBODY, conversations: CONVERSATIONS_WITH_RECORD };
}

/** Turns of which the transport takes no part. */
export async function measureOwnWork(
  workshop: Workshop,
  confinement: Confinement,
  length: Length,
): Promise<OwnWork> {
  const order = (subject: Generation | "toolbelt", kind?: OwnWorkKind) =>
    ownWorkOrder(workshop, subject, kind);
  const measured = await inTurns(
    workshop,
    confinement,
    {
      text1: order("v1"),
      carousel1: order("v1", "carousel"),
      record1: order("v1", "record"),
      text2: order("v2"),
      carousel2: order("v2", "carousel"),
      record2: order("v2", "record"),
      toolbelt: order("toolbelt"),
    },
    length,
  );
  const { text1, carousel1, record1, text2, carousel2, record2, toolbelt } = measured;
  return {
    v1: { text: text1, carousel: carousel1, record: record1 },
    v2: { text: text2, carousel: carousel2, record: record2 },
    toolbelt,
  };
}

/** Bytes that a turn allocates, by what Clinc answers. */
export type Allocation = Record<Generation, Record<CannedReply, number>>;

/** How often it is counted what some turns allocate, and how many turns go before: compiled code allocates less. */
export type AllocationLength = { warmUp: number; rounds: number; turnsOfRound: number };

/** Room for all that a round allocates: no garbage is collected before it has been counted. Megabytes. */
const ROOM_FOR_YOUNG_MB = 256;

/** Without any limit on the CPU, which does not matter here. */
export async function measureAllocation(workshop: Workshop, length: AllocationLength): Promise<Allocation> {
  const of = (generation: Generation, kind: CannedReply) =>
    allocationOf(workshop, ownWorkOrder(workshop, generation, kind), length);
  const both = async (generation: Generation) => {
    const [text, carousel] = await Promise.all([of(generation, "text"), of(generation, "carousel")]);
    return { text, carousel };
  };
  return { v1: await both("v1"), v2: await both("v2") };
}

/** Bytes that a turn of this order allocates. */
export async function allocationOf(
  { programs }: Workshop,
  order: Order,
  { warmUp, rounds, turnsOfRound }: AllocationLength,
): Promise<number> {
  const room = ["min", "max"].map((end) => `--${end}-semi-space-size=${ROOM_FOR_YOUNG_MB}`);
  const args = ["--expose-gc", ...room, programs.takeTurns, JSON.stringify(order)];
  const { started } = await MeasuredProcess.start(args);
  try {
    await started.after(warmUp, "times");
    const bytes: number[] = [];
    for (let round = 0; round < rounds; round += 1)
      bytes.push((await started.after(turnsOfRound, "allocated")) / turnsOfRound);
    return quantile(bytes, 0.5);
  } finally {
    await started.end();
  }
}
