import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Deadline } from "../../src/runtime/deadline.ts";
import { Fault } from "../../src/runtime/fault.ts";
import { keptFrom } from "../../src/runtime/kept.ts";

const MINUTE_MS = 60_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A value that is read from a list, the last of them for ever. */
function keptOf(...outcomes: Array<string | Fault | Error>) {
  const deadlines: number[] = [];
  const kept = keptFrom<string>(async (deadline) => {
    deadlines.push(deadline.left());
    const outcome = outcomes.length > 1 ? outcomes.shift() : outcomes[0];
    if (outcome instanceof Error && !(outcome instanceof Fault && outcome.reason === "kept")) throw outcome;
    return outcome as string | Fault;
  });
  return {
    deadlines,
    current: () => kept.current(new Deadline(8_000)),
    fresh: () => kept.fresh(new Deadline(8_000)),
  };
}

const down = new Fault("network", "down", "wait");

describe("a value that is kept", () => {
  it("is read once in five minutes, and at once where somebody wants it fresh", async () => {
    const { current, fresh, deadlines } = keptOf("first", "second", "third");
    expect([await current(), await current()]).toEqual(["first", "first"]);
    vi.advanceTimersByTime(5 * MINUTE_MS - 1);
    expect(await current()).toBe("first");
    vi.advanceTimersByTime(1);
    expect(await current()).toBe("second");
    expect(await fresh()).toBe("third");
    expect(await current()).toBe("third");
    expect(deadlines).toHaveLength(3);
  });

  it("stays in use while it cannot be read again, which is tried each minute with a quarter of the time", async () => {
    const { current, deadlines } = keptOf("first", down, down, "later");
    await current();
    vi.advanceTimersByTime(5 * MINUTE_MS);
    expect([await current(), await current()]).toEqual(["first", "first"]);
    vi.advanceTimersByTime(MINUTE_MS);
    expect(await current()).toBe("first");
    vi.advanceTimersByTime(MINUTE_MS);
    expect(await current()).toBe("later");
    expect(deadlines).toEqual([8_000, 2_000, 2_000, 2_000]);
  });

  it("is not used any more once it is known to be wrong", async () => {
    const wrong = new Fault("settings", "missing", "create it");
    const { current } = keptOf("first", wrong);
    await current();
    vi.advanceTimersByTime(5 * MINUTE_MS);
    await expect(current()).rejects.toBe(wrong);
  });

  it("may be a fault, with which everybody is rejected until it is read again", async () => {
    const kept = new Fault("settings", "kept", "a wish");
    const { current, deadlines } = keptOf(kept, "later");
    await expect(current()).rejects.toBe(kept);
    await expect(current()).rejects.toBe(kept);
    expect(deadlines).toHaveLength(1);
    vi.advanceTimersByTime(5 * MINUTE_MS);
    expect(await current()).toBe("later");
  });

  it("is not kept where reading it failed", async () => {
    const { current, deadlines } = keptOf(down, "later");
    await expect(current()).rejects.toBe(down);
    expect(await current()).toBe("later");
    expect(deadlines).toHaveLength(2);
  });
});
