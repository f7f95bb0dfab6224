import { now } from "./clock.ts";

/**
 * The time one turn may take. Everything that waits in a turn waits through its deadline, so that a turn ends in an
 * answer of ours and never in the platform's 30-second kill, and leaves no timer behind.
 */
export class Deadline {
  private readonly endsAt: number;

  /** @param milliseconds from now on */
  constructor(milliseconds: number) {
    this.endsAt = now() + milliseconds;
  }

  /** Milliseconds left, never negative. */
  left(): number {
    return Math.max(0, this.endsAt - now());
  }

  /**
   * The outcome of `work`, or the error made by `late` if time runs out first. The work itself goes on, unheard.
   */
  within<T>(work: PromiseLike<T>, late: () => Error): Promise<T> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(late()), this.left());
      const ended =
        <Outcome>(settle: (outcome: Outcome) => void) =>
        (outcome: Outcome) => {
          clearTimeout(timer);
          settle(outcome);
        };
      work.then(ended(resolve), ended(reject));
    });
  }

  /** Waits for `work`, which never fails; tells whether it ended in time. */
  sees(work: Promise<unknown>): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), this.left());
      work.then(() => {
        clearTimeout(timer);
        resolve(true);
      });
    });
  }
}

/** Waits for the given milliseconds. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
