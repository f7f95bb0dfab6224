import type { Effort } from "./measure.ts";
import { measureAll } from "./measure-all.ts";
import { type Output, tellInstances } from "./tell.ts";

/**
 * Measures what is left of a conversation when its events go to several instances, and tells it.
 *
 * @returns whether nothing is wrong
 */
export async function reportInstances(effort: Effort, output: Output): Promise<boolean> {
  const startedAt = Date.now();
  const columns = await measureAll(effort);
  return tellInstances(columns, effort, Date.now() - startedAt, output);
}

/** 1, 2, 4 … up to this number, which closes the series. */
export function doubledUpTo(most: number): number[] {
  const numbers: number[] = [];
  for (let number = 1; number < most; number *= 2) numbers.push(number);
  return [...numbers, most];
}
