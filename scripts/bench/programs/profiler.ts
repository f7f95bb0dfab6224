import { type HeapProfiler, type Profiler, type Runtime, Session } from "node:inspector/promises";

/** What a function has spent and allocated by itself, by the place where it is declared. */
export type OwnCost = {
  name: string;
  /** Address of the file; `""` for what is none of any file, such as the collector of garbage. */
  url: string;
  /** From 1. */
  line: number;
  microseconds: number;
  bytes: number;
};

const INTERVAL_US = 100;

/** Between two samples; a longer one is time in which the process has not run. */
const LONGEST_US = 10 * INTERVAL_US;

/** Mean distance of two samples of what is allocated. */
const INTERVAL_BYTES = 4_096;

/** Samples the process while something runs in it: its time first, and then, once more, what it allocates. */
export async function profiled(work: () => Promise<void>): Promise<OwnCost[]> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.setSamplingInterval", { interval: INTERVAL_US });
  await session.post("Profiler.start");
  await work();
  const { profile: time } = await session.post("Profiler.stop");
  await session.post("HeapProfiler.startSampling", {
    samplingInterval: INTERVAL_BYTES,
    includeObjectsCollectedByMajorGC: true,
    includeObjectsCollectedByMinorGC: true,
  });
  await work();
  const { profile: heap } = await session.post("HeapProfiler.stopSampling");
  session.disconnect();
  return ownCosts(time, heap);
}

/** One line for each function, however many callers it has; what took the longest comes first. */
export function ownCosts(time: Profiler.Profile, heap: HeapProfiler.SamplingHeapProfile): OwnCost[] {
  const found = new Map<string, OwnCost>();
  const costOf = ({ functionName: name, url: address, lineNumber }: Runtime.CallFrame): OwnCost => {
    const url = address.replace("file://", ""); // one of the two samplers writes it
    const key = [name, url, lineNumber].join("\n");
    const known = found.get(key) ?? { name, url, line: lineNumber + 1, microseconds: 0, bytes: 0 };
    found.set(key, known);
    return known;
  };
  const frames = new Map(time.nodes.map(({ id, callFrame }) => [id, callFrame]));
  for (const [at, id] of (time.samples ?? []).entries()) {
    const frame = frames.get(id);
    if (frame) costOf(frame).microseconds += Math.min(time.timeDeltas?.[at] ?? 0, LONGEST_US);
  }
  const addBytes = ({ callFrame, selfSize, children }: HeapProfiler.SamplingHeapProfileNode) => {
    costOf(callFrame).bytes += selfSize;
    children.forEach(addBytes);
  };
  addBytes(heap.head);
  return [...found.values()].sort((a, b) => b.microseconds - a.microseconds);
}
