import { type Profiler, Session } from "node:inspector/promises";

/** The time that a function has spent in itself, by the place where it is declared. */
export type SelfTime = {
  name: string;
  /** Address of the file; `""` for what is none of any file, such as the collector of garbage. */
  url: string;
  /** From 1. */
  line: number;
  microseconds: number;
};

const INTERVAL_US = 100;

/** Between two samples; a longer one is time in which the process has not run. */
const LONGEST_US = 10 * INTERVAL_US;

/** Samples the process while something runs in it. */
export async function profiled(work: () => Promise<void>): Promise<SelfTime[]> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.setSamplingInterval", { interval: INTERVAL_US });
  await session.post("Profiler.start");
  await work();
  const { profile } = await session.post("Profiler.stop");
  session.disconnect();
  return selfTimes(profile);
}

/** One line for each function, however many callers it has. */
export function selfTimes({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): SelfTime[] {
  const ofNode = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const found = new Map<string, SelfTime>();
  for (const [at, id] of samples.entries()) {
    const frame = ofNode.get(id);
    if (!frame) continue;
    const { functionName: name, url, lineNumber } = frame;
    const key = [name, url, lineNumber].join("\n");
    const known = found.get(key) ?? { name, url, line: lineNumber + 1, microseconds: 0 };
    known.microseconds += Math.min(timeDeltas[at] ?? 0, LONGEST_US);
    found.set(key, known);
  }
  return [...found.values()].sort((a, b) => b.microseconds - a.microseconds);
}
