import { performance } from "node:perf_hooks";

let milliseconds = 0;

/** Does what another process would do on the platform, or Node below the function: it is no part of a turn's own work. */
export function beside<T>(work: () => T): T {
  const startedAt = performance.now();
  try {
    return work();
  } finally {
    milliseconds += performance.now() - startedAt;
  }
}

/** Milliseconds of this process without what was done beside the turns. */
export function ownTime(): number {
  return performance.now() - milliseconds;
}
