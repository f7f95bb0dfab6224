import { AsyncLocalStorage, AsyncResource } from "node:async_hooks";
import { performance } from "node:perf_hooks";
import { setImmediate } from "node:timers/promises";

type Timer = { at: number; work: () => void };

/**
 * Time that passes only while everybody waits for it: hours take seconds, and a busy machine changes nothing. Whatever
 * waits must do so by `setTimeout`; of what takes real time only WebCrypto is known.
 */
export class VirtualTime {
  /** Milliseconds since the epoch. */
  now = Date.UTC(2026, 0, 5, 9);
  private readonly timers = new Set<Timer>();
  /** Milliseconds that own work has taken so far. */
  private worked = 0;
  private ciphering = 0;
  private readonly offset = new AsyncLocalStorage<number>();

  /**
   * @param work what is computed takes no time here; so many milliseconds more are shown at each look at the clock that
   *   measures. None unless told.
   */
  constructor(private readonly work: () => number = () => 0) {}

  /**
   * The outcome of `work`, for which time passes as fast as it can.
   *
   * @throws {Error} when `work` waits for something that no time will bring
   */
  async during<T>(work: () => Promise<T>): Promise<T> {
    const restore = [this.replaceClocks(), this.watchCiphers()];
    try {
      let isOver = false;
      const over = () => {
        isOver = true;
      };
      const outcome = work();
      outcome.then(over, over);
      for (;;) {
        await this.standstill();
        if (isOver) return await outcome;
        this.fireNext();
      }
    } finally {
      for (const undo of restore) undo();
      this.offset.disable();
      this.timers.clear();
    }
  }

  /** Does `work` by a clock that is ahead by so many milliseconds, or behind; what measures how long is not concerned. */
  byClockAhead<T>(milliseconds: number, work: () => T): T {
    return this.offset.run(milliseconds, work);
  }

  /** Everything that can go on without time passing has gone on. */
  private async standstill(): Promise<void> {
    do await setImmediate();
    while (this.ciphering > 0);
  }

  /** Of timers for the same moment the one that was set first fires first. */
  private fireNext(): void {
    let next: Timer | undefined;
    for (const timer of this.timers) if (!next || timer.at < next.at) next = timer;
    if (!next) throw new Error("nothing is left that could end this wait");
    this.timers.delete(next);
    this.now = next.at;
    next.work();
  }

  private replaceClocks(): () => void {
    const { setTimeout, clearTimeout } = globalThis;
    const { now } = Date;
    globalThis.setTimeout = ((work: () => void, milliseconds = 0) => {
      const timer = { at: this.now + Math.max(0, milliseconds), work: AsyncResource.bind(work) };
      this.timers.add(timer);
      return timer;
    }) as unknown as typeof setTimeout;
    globalThis.clearTimeout = ((timer: Timer) => {
      this.timers.delete(timer);
    }) as unknown as typeof clearTimeout;
    Date.now = () => this.now + (this.offset.getStore() ?? 0);
    performance.now = () => {
      this.worked += this.work();
      return this.now + this.worked;
    };
    return () => {
      Object.assign(globalThis, { setTimeout, clearTimeout });
      Date.now = now;
      Reflect.deleteProperty(performance, "now");
    };
  }

  /** They work in threads of their own. */
  private watchCiphers(): () => void {
    const { subtle } = globalThis.crypto;
    const methods = Object.entries(Object.getOwnPropertyDescriptors(Object.getPrototypeOf(subtle))).filter(
      ([name, { value }]) => typeof value === "function" && name !== "constructor",
    );
    for (const [name, { value: method }] of methods) {
      const watched = (...args: unknown[]) => {
        this.ciphering += 1;
        return method.apply(subtle, args).finally(() => {
          this.ciphering -= 1;
        });
      };
      Object.defineProperty(subtle, name, { value: watched, configurable: true });
    }
    return () => {
      for (const [name] of methods) Reflect.deleteProperty(subtle, name);
    };
  }
}
