/** Where the middle half of some measurements lies. */
export type Spread = { median: number; lower: number; upper: number };

/** Median and quartiles; a busy machine moves the ends of a series, and hardly its middle. */
export function spreadOf(values: readonly number[]): Spread {
  return { median: quantile(values, 0.5), lower: quantile(values, 0.25), upper: quantile(values, 0.75) };
}

/** The mean, which a few slow values move as well. */
export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * What one series is of another, round by round: both values of a round were measured right after each other, so what
 * slowed the machine down in between slowed down both.
 *
 * @throws {RangeError} when they do not have the same number of rounds
 */
export function ratioOf(values: readonly number[], others: readonly number[]): Spread {
  if (values.length !== others.length) throw new RangeError("Both series need a value for each round");
  return spreadOf(values.map((value, round) => value / (others[round] ?? Number.NaN)));
}

/** By how much one series is above another, round by round, as {@link ratioOf} compares them. */
export function differencesOf(values: readonly number[], others: readonly number[]): number[] {
  if (values.length !== others.length) throw new RangeError("Both series need a value for each round");
  return values.map((value, round) => value - (others[round] ?? Number.NaN));
}

/**
 * The value below which this share of all values lies, between two neighbours in proportion.
 *
 * @throws {RangeError} when there are no values
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const lower = sorted[Math.floor(at)];
  const upper = sorted[Math.ceil(at)];
  if (lower === undefined || upper === undefined)
    throw new RangeError("There is nothing to take a quantile of");
  return lower + (upper - lower) * (at - Math.floor(at));
}
