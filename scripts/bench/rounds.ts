import { performance } from "node:perf_hooks";

/** So many there are, however slow the machine is. */
export const FEWEST_ROUNDS = 3;

/** Tells whether there is time left: on a busy machine there are fewer rounds, and not a longer wait. */
export function timer(seconds: number): () => boolean {
  const endsAt = performance.now() + seconds * 1000;
  return () => performance.now() < endsAt;
}

/** Whoever comes first in a round is another one each time. */
export function rotated<T>(items: readonly T[], by: number): T[] {
  const first = ((by % items.length) + items.length) % items.length;
  return [...items.slice(first), ...items.slice(0, first)];
}
