import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Deadline } from "../../src/runtime/deadline.ts";

const late = () => new Error("late");

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

describe("a deadline", () => {
  it("counts down and stops at nothing", () => {
    const deadline = new Deadline(1000);
    expect(deadline.left()).toBe(1000);
    vi.advanceTimersByTime(400);
    expect(deadline.left()).toBe(600);
    vi.advanceTimersByTime(4000);
    expect(deadline.left()).toBe(0);
  });

  it("is not put off when somebody sets the clock back", () => {
    const deadline = new Deadline(1000);
    vi.setSystemTime(Date.now() - 60 * 60_000);
    vi.advanceTimersByTime(1000);
    expect(deadline.left()).toBe(0);
  });

  it("gives back what was done in time, and leaves no timer", async () => {
    expect(await new Deadline(1000).within(Promise.resolve("done"), late)).toBe("done");
    await expect(new Deadline(1000).within(Promise.reject(new Error("own")), late)).rejects.toThrow("own");
    expect(vi.getTimerCount()).toBe(0);
  });

  it("ends the wait for what is not, and hears no more of it", async () => {
    let fail = (_: Error) => {};
    const work = new Promise((_, reject) => {
      fail = reject;
    });
    const waiting = new Deadline(1000).within(work, late);
    const outcome = expect(waiting).rejects.toThrow("late");
    await vi.advanceTimersByTimeAsync(1000);
    await outcome;
    fail(new Error("long after"));
    expect(vi.getTimerCount()).toBe(0);
  });
});
