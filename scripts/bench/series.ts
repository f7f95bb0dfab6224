import type { Confinement } from "./half-cpu.ts";
import { MeasuredProcess, type Order, type Subject } from "./measured-process.ts";
import { FEWEST_ROUNDS, rotated, timer } from "./rounds.ts";
import { meanOf, quantile } from "./statistics.ts";
import type { Workshop } from "./workshop.ts";

/**
 * How long a series of turns is. A round of one subject is one value, and the rounds of all subjects take turns. Each
 * batch is made of new processes: how well one of them compiles its code is a matter of luck, too.
 */
export type Length = {
  batches: number;
  /** Turns of each process that are not measured: all are warmed alike, until the compiler has done with them. */
  warmUp: number;
  /** Whether they warm up at the same time; only for those that wait more than they work. */
  warmsTogether?: boolean;
  /** Of a batch, at most: it ends early when its share of the time is over. */
  rounds: number;
  turnsOfRound: number;
  /** For all batches together, without the warm-up. */
  seconds: number;
};

/** Milliseconds a turn, of each round: the median, and the mean, in which garbage collection shows. */
export type Rounds = { medians: number[]; means: number[] };

/** An order for each subject that takes part, by its name. */
export type Orders<Name extends string> = Record<Name, Order>;

/** Lets all subjects take turns, each in a process of its own. */
export async function inTurns<Name extends string>(
  workshop: Workshop,
  confinement: Confinement | undefined,
  orders: Orders<Name>,
  length: Length,
): Promise<Record<Name, Rounds>> {
  const names = Object.keys(orders) as Name[];
  const rounds = Object.fromEntries(
    names.map((name) => [name, { medians: [], means: [] }]),
  ) as unknown as Record<Name, Rounds>;
  for (let batch = 0; batch < length.batches; batch += 1)
    await oneBatch(workshop, confinement, orders, length, rounds);
  return rounds;
}

/** All processes live side by side, and only one of them works at any time. */
async function oneBatch<Name extends string>(
  workshop: Workshop,
  confinement: Confinement | undefined,
  orders: Orders<Name>,
  { batches, warmUp, warmsTogether = false, rounds, turnsOfRound, seconds }: Length,
  measured: Record<Name, Rounds>,
): Promise<void> {
  const running: Array<{ subject: MeasuredProcess; of: Rounds }> = [];
  const warmed = async ([name, order]: [Name, Order]) => {
    const args = [workshop.programs.takeTurns, JSON.stringify(order)];
    const { started } = await MeasuredProcess.start(args, confinement?.halfCpu);
    running.push({ subject: started, of: measured[name] });
    await started.after(warmUp, "times");
  };
  const all = Object.entries(orders) as Array<[Name, Order]>;
  try {
    if (warmsTogether) await Promise.all(all.map(warmed));
    else for (const each of all) await warmed(each);
    const hasTime = timer(seconds / batches);
    for (let round = 0; round < rounds && (round < FEWEST_ROUNDS || hasTime()); round += 1) {
      for (const { subject, of } of rotated(running, round)) {
        const milliseconds = await subject.after(turnsOfRound, "times");
        of.medians.push(quantile(milliseconds, 0.5));
        of.means.push(meanOf(milliseconds));
      }
    }
  } finally {
    for (const { subject } of running) await subject.end();
  }
}

/** What a process is told that takes turns with this subject, against a Clinc at this host. */
export function orderFor({ functions, httpClient, sample }: Workshop, subject: Subject, host: string): Order {
  const file = subject in functions ? functions[subject as keyof typeof functions] : "";
  return { subject, file, host, sample, ...(subject === "requestPromise" && { httpClient }) };
}

/** Runs something while a Clinc answers on loopback, after so many milliseconds. */
export function withClinc<T>(
  { programs }: Workshop,
  confinement: Confinement,
  latencyMs: number,
  use: (host: string) => Promise<T>,
): Promise<T> {
  return withProgram([programs.cannedClinc, String(latencyMs)], confinement, use);
}

/** Runs something beside a program that tells its address: held to another CPU than what is measured, and to no quota. */
export async function withProgram<T>(
  args: readonly string[],
  confinement: Confinement,
  use: (host: string) => Promise<T>,
): Promise<T> {
  const { started, said: host } = await MeasuredProcess.start(args, confinement.beside);
  try {
    return await use(String(host));
  } finally {
    await started.end();
  }
}
