/** Chance that can be repeated: the same seed gives the same run. */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** 0 to 1, without 1; the generator is mulberry32. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  one<T>(of: readonly T[]): T {
    return of[this.between(0, of.length - 1)] as T;
  }

  /** Picks by weight; the weights need no particular sum. */
  weighted<T>(of: ReadonlyArray<readonly [weight: number, what: T]>): T {
    let place = this.next() * of.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, what] of of) {
      place -= weight;
      if (place < 0) return what;
    }
    return (of.at(-1) as readonly [number, T])[1];
  }
}
