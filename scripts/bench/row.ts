import type { Spread } from "./statistics.ts";

/** One line of the report. */
export type Row = {
  measure: string;
  subject: string;
  /** How many times that of what stands in `to`. */
  ratio?: Spread;
  to?: string;
  /** The figure itself; a time is good for orientation only. */
  value: Spread;
  /** Of what is done many times in a round: the median of the rounds' means, in which garbage collection shows. */
  mean?: number;
  unit: Unit;
  goal?: Goal;
};

/** At most this, by the ratio or by the value. */
export type Goal = { atMost: number; of: "ratio" | "value" };

export type Unit = "ms" | "kB" | "MB" | "characters";

/** Whether the median keeps to the goal; `undefined` without one. */
export function isMet({ goal, ratio, value }: Row): boolean | undefined {
  if (!goal) return undefined;
  const measured = goal.of === "ratio" ? ratio : value;
  return (measured?.median ?? Number.POSITIVE_INFINITY) <= goal.atMost;
}

/** A figure that has no spread. */
export function exactly(value: number): Spread {
  return { median: value, lower: value, upper: value };
}
