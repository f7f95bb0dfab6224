import { AsyncLocalStorage } from "node:async_hooks";

/**
 * A value that work, and whatever it starts, can see while others see theirs. Node follows every promise of the process
 * from the first use of an `AsyncLocalStorage` until it is disabled; here it is while nothing is under way.
 */
export class UnderWay<Value> {
  private readonly storage = new AsyncLocalStorage<Value>();
  private count = 0;

  /** The value of the work that asks; none outside of all, and none for what its work has left behind when all has ended. */
  get value(): Value | undefined {
    return this.storage.getStore();
  }

  /** What `work` comes to, for which `value` is the value. */
  async during<Result>(value: Value, work: () => Promise<Result>): Promise<Result> {
    this.count += 1;
    try {
      return await this.storage.run(value, work);
    } finally {
      this.count -= 1;
      if (this.count === 0) this.storage.disable();
    }
  }
}
