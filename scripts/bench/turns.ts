import type { Generation } from "../build/generation.ts";
import type { CannedReply } from "./canned-replies.ts";
import type { Confinement } from "./half-cpu.ts";
import { MeasuredProcess, type Order, type Subject } from "./measured-process.ts";
import { FEWEST_ROUNDS, rotated, timer } from "./rounds.ts";
import { quantile } from "./statistics.ts";
import type { Workshop } from "./workshop.ts";

/**
 * How long a series of turns is. The median of a round is one value, and the rounds of all subjects take turns. Each
 * batch is made of new processes: how well one of them compiles its code is a matter of luck, too.
 */
export type Length = {
  batches: number;
  /** Turns of each process that are not measured. */
  warmUp: number;
  /** Of a batch, at most: it ends early when its share of the time is over. */
  rounds: number;
  turnsOfRound: number;
  /** For all batches together. */
  seconds: number;
};

/** The median of each round, in milliseconds. */
export type RoundMedians = number[];

/** Of each subject. */
export type WholeTurns = Record<Subject, RoundMedians>;

/** Whole turns against a Clinc on loopback, in a process of its own. */
export async function measureWholeTurns(
  workshop: Workshop,
  confinement: Confinement,
  length: Length,
): Promise<WholeTurns> {
  return withClinc(workshop, 0, async (host) => {
    const subjects = ["http", "client", "fetch", "v1", "v2", "toolbelt", "axiosAndZod"] as const;
    const orders = subjects.map((subject) => orderFor(workshop, subject, host));
    const medians = await inTurns(workshop, confinement, orders, length);
    return Object.fromEntries(subjects.map((subject, at) => [subject, medians[at] ?? []])) as WholeTurns;
  });
}

/** What a turn takes beside HTTP: the transport answers at once. */
export type OwnWork = Record<Generation, Record<CannedReply, RoundMedians>> & { toolbelt: RoundMedians };

/** Turns of which the transport takes no part. */
export async function measureOwnWork(
  workshop: Workshop,
  confinement: Confinement,
  length: Length,
): Promise<OwnWork> {
  const orders = [
    { ...orderFor(workshop, "v1", NOBODY), reply: "text" },
    { ...orderFor(workshop, "v1", NOBODY), reply: "carousel" },
    { ...orderFor(workshop, "v2", NOBODY), reply: "text" },
    { ...orderFor(workshop, "v2", NOBODY), reply: "carousel" },
    { ...orderFor(workshop, "toolbelt", NOBODY), reply: "text" },
  ] as const satisfies Order[];
  const [text1 = [], carousel1 = [], text2 = [], carousel2 = [], toolbelt = []] = await inTurns(
    workshop,
    confinement,
    orders,
    length,
  );
  return {
    v1: { text: text1, carousel: carousel1 },
    v2: { text: text2, carousel: carousel2 },
    toolbelt,
  };
}

/**
 * Whole turns of each generation: without a record, with one so far away, and with one that nobody answers for; and one bare
 * call of the record's service.
 */
export type RecordTurns = Record<
  Generation,
  Record<"without" | "withRecord" | "withDead" | "call", RoundMedians>
>;

/** Milliseconds to the record's service and back. */
export const CONTEXT_LATENCY_MS = 20;

/** Clinc takes longer than two calls of the service, as it does. */
const CLINC_LATENCY_MS = 50;

/** Each is told once how long to keep a conversation; that is no part of its later turns. */
const CONVERSATIONS = 20;

const NOBODY = "http://127.0.0.1:9";

/** Whole turns of conversations that go on, with their record on loopback. They wait more than they work, so no CPU is kept from them. */
export async function measureRecord(workshop: Workshop, length: Length): Promise<RecordTurns> {
  return withClinc(workshop, CLINC_LATENCY_MS, async (host) => ({
    v1: await turnsWithRecord(workshop, "v1", host, length),
    v2: await turnsWithRecord(workshop, "v2", host, length),
  }));
}

/** With a service of its own: a turn that another generation has written down would be a repeat. */
function turnsWithRecord(
  workshop: Workshop,
  generation: Generation,
  host: string,
  length: Length,
): Promise<RecordTurns[Generation]> {
  const { cannedContext } = workshop.programs;
  return withProgram([cannedContext, String(CONTEXT_LATENCY_MS)], async (contextHost) => {
    const order = { ...orderFor(workshop, generation, host), conversations: CONVERSATIONS };
    const call = orderFor(workshop, "fetch", contextHost);
    const orders = [order, { ...order, contextHost }, { ...order, contextHost: NOBODY }, call];
    const [without = [], withRecord = [], withDead = [], calls = []] = await inTurns(
      workshop,
      undefined,
      orders,
      length,
    );
    return { without, withRecord, withDead, call: calls };
  });
}

/** Runs something while a Clinc answers on loopback, after so many milliseconds. */
export function withClinc<T>(
  workshop: Workshop,
  latencyMs: number,
  use: (host: string) => Promise<T>,
): Promise<T> {
  return withProgram([workshop.programs.cannedClinc, String(latencyMs)], use);
}

/** Such a program is not confined, for its time is nobody's. */
async function withProgram<T>(args: readonly string[], use: (host: string) => Promise<T>): Promise<T> {
  const { started, said: host } = await MeasuredProcess.start(args);
  try {
    return await use(String(host));
  } finally {
    await started.end();
  }
}

/** What a process is told that takes turns with this subject. */
export function orderFor(workshop: Workshop, subject: Subject, host: string): Order {
  const file = subject in workshop.functions ? workshop.functions[subject as "v1"] : "";
  return { subject, file, host, sample: workshop.sample };
}

async function inTurns(
  workshop: Workshop,
  confinement: Confinement | undefined,
  orders: readonly Order[],
  length: Length,
): Promise<RoundMedians[]> {
  const medians: RoundMedians[] = orders.map(() => []);
  for (let batch = 0; batch < length.batches; batch += 1) {
    const measured = await oneBatch(workshop, confinement, orders, length);
    for (const [at, values] of measured.entries()) medians[at]?.push(...values);
  }
  return medians;
}

/** All processes live side by side, and only one of them works at any time. */
async function oneBatch(
  workshop: Workshop,
  confinement: Confinement | undefined,
  orders: readonly Order[],
  { batches, warmUp, rounds, turnsOfRound, seconds }: Length,
): Promise<RoundMedians[]> {
  const hasTime = timer(seconds / batches);
  const running: Array<{ subject: MeasuredProcess; medians: RoundMedians }> = [];
  try {
    for (const order of orders) {
      const args = [workshop.programs.takeTurns, JSON.stringify(order)];
      const { started } = await MeasuredProcess.start(args, confinement);
      running.push({ subject: started, medians: [] });
      await started.time(warmUp);
    }
    for (let round = 0; round < rounds && (round < FEWEST_ROUNDS || hasTime()); round += 1) {
      for (const { subject, medians } of rotated(running, round)) {
        medians.push(quantile(await subject.time(turnsOfRound), 0.5));
      }
    }
    return running.map(({ medians }) => medians);
  } finally {
    for (const { subject } of running) await subject.end();
  }
}
