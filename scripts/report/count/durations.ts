import { createHistogram, type RecordableHistogram } from "node:perf_hooks";

/** How long something took, in milliseconds: half of it at most `p50`, and so on. */
export type Durations = { count: number; mean: number; p50: number; p95: number; p99: number; max: number };

/** LivePerson ends a function after 30 seconds, and the desk's calls are no longer. */
const LONGEST_MS = 120_000;

/**
 * Durations of any number, in memory that does not grow; a percentile is right to one in a thousand. Node's histogram has
 * no place for 0, so everything in it is one more.
 */
export class DurationCount {
  private readonly histogram: RecordableHistogram = createHistogram({
    lowest: 1,
    highest: LONGEST_MS,
    figures: 3,
  });

  /** @param milliseconds none where a version did not tell */
  add(milliseconds: number | undefined): void {
    if (milliseconds !== undefined) this.histogram.record(Math.min(LONGEST_MS, Math.round(milliseconds) + 1));
  }

  /** `undefined` where nothing was added. */
  durations(): Durations | undefined {
    const { histogram } = this;
    if (histogram.count === 0) return undefined;
    const at = (percent: number) => histogram.percentile(percent) - 1;
    return {
      count: Number(histogram.count),
      mean: Math.round(histogram.mean - 1),
      ...{ p50: at(50), p95: at(95), p99: at(99), max: histogram.max - 1 },
    };
  }
}
