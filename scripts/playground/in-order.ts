import type { Progress } from "./view.ts";

/** One thing after the other, however fast somebody clicks. */
export class InOrder {
  #last: Promise<unknown> = Promise.resolve();
  #underWay = new AbortController();
  #progress: Progress | undefined;

  /** How far the work is that is under way, while it tells. */
  get progress(): Progress | undefined {
    return this.#progress;
  }

  /** The work that is under way tells how far it is. */
  tell(progress: Progress): void {
    this.#progress = progress;
  }

  /** Does it when all before it has ended. What was given up is no error. */
  do(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const { signal } = this.#underWay;
    const result = this.#last
      .then(() => work(signal))
      .catch((error) => {
        if (error !== signal.reason) throw error;
      })
      .finally(() => {
        this.#progress = undefined;
      });
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Gives up what is under way and what waits; what comes after it begins anew. */
  giveUp(): void {
    this.#underWay.abort();
    this.#underWay = new AbortController();
  }

  /** Waits for all that was begun. */
  async end(): Promise<void> {
    await this.#last;
  }
}
