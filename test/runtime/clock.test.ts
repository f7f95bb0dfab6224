import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { now } from "../../src/runtime/clock.ts";

const HOUR = 60 * 60_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe.each(["with", "without"])("the clock %s `performance`", (availability) => {
  beforeEach(() => {
    if (availability === "without") vi.stubGlobal("performance", undefined);
  });

  it("counts whole milliseconds", () => {
    const start = now();
    expect(Number.isInteger(start)).toBe(true);
    vi.advanceTimersByTime(250);
    expect(now() - start).toBe(250);
  });

  it("stands still when the time of day is set back, and then goes on", () => {
    const start = now();
    vi.advanceTimersByTime(100);
    expect(now() - start).toBe(100);
    vi.setSystemTime(Date.now() - HOUR);
    expect(now() - start).toBe(100);
    vi.advanceTimersByTime(50);
    expect(now() - start).toBe(150);
  });
});

describe("the clock with `performance`", () => {
  it("does not notice that the time of day is set", () => {
    const start = now();
    vi.setSystemTime(Date.now() + HOUR);
    expect(now()).toBe(start);
  });
});
