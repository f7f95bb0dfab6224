let latest = 0;
let stepsBack = 0;

/**
 * Whole milliseconds since some moment of the past, to measure how long something takes: unlike the time of day they
 * never go back, also when somebody sets the clock.
 *
 * V1's older Node versions have no `performance`. There the time of day serves, and its steps back do not count.
 */
export function now(): number {
  if (typeof performance === "object") return Math.floor(performance.now());
  const timeOfDay = Date.now();
  stepsBack += Math.max(0, latest - timeOfDay);
  latest = timeOfDay;
  return timeOfDay + stepsBack;
}

/** Adds the milliseconds that some work takes to one of several sums, also where it fails. */
export async function timed<Part extends string, T>(
  sums: NoInfer<Record<Part, number>>,
  part: Part,
  work: Promise<T>,
): Promise<T> {
  const start = now();
  try {
    return await work;
  } finally {
    sums[part] += now() - start;
  }
}
