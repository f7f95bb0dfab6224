import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { OpenRecord } from "../../../src/bot/recall/open.ts";
import { isGap, readInOrder, wasAnswered } from "../../../src/bot/recall/order.ts";
import { startTrace } from "../../../src/bot/report.ts";
import { parseEvent } from "../../../src/liveperson/consumer-turn.ts";
import { type Claim, parseRecord } from "../../../src/record/shape.ts";
import type { Reading } from "../../../src/record/store.ts";
import { Deadline } from "../../../src/runtime/deadline.ts";
import type { JsonObject } from "../../../src/runtime/tolerant.ts";
import * as events from "../../fixtures/events.ts";
import { NOW } from "../../fixtures/record.ts";

const MINE = "AAAAAAAAAAAAAAAAAAAAAA==";
const OTHER = "BBBBBBBBBBBBBBBBBBBBBB==";
const turn = parseEvent(events.messagingText("hi", { sequence: 12 }));
const { dialog } = turn;

const claim = (sequence: number, changes: Partial<Claim> = {}): Claim => ({
  ...{ key: OTHER, dialog, sequence, at: NOW - 100, forMs: 18_000, done: false },
  ...changes,
});

/** What the service holds when it is read: the claims, and which event was answered last. */
function holding(claims: Claim[], last: { sequence?: number; messages?: number } = {}): Reading {
  const properties = Object.fromEntries(claims.map((one) => [`claim${one.sequence % 8}`, one]));
  const bot = { at: NOW, dialog, sequence: 10, messages: 1, ...last };
  return { status: "on", record: parseRecord({ ...properties, bot }, 0) };
}

const FAILED: Reading = { status: "failed" };

/** Takes a turn's place where the service holds these, one after the other; the last one stays. */
async function order(readings: Reading[], changes: { event?: string; waitingMs?: number } = {}) {
  const { event = MINE, waitingMs = 8_000 } = changes;
  const written: JsonObject[] = [];
  const readAt: number[] = [];
  const record = {
    event,
    read: async () => {
      readAt.push(Date.now() - NOW);
      return readings[Math.min(readAt.length, readings.length) - 1] as Reading;
    },
    write: async (properties: JsonObject) => {
      written.push(properties);
      return { status: "on" };
    },
  } as OpenRecord;
  const trace = startTrace();
  const deadlines = { waiting: new Deadline(waitingMs), whole: new Deadline(18_000) };
  const ordering = readInOrder(turn, record, deadlines, trace);
  await vi.advanceTimersByTimeAsync(30_000);
  const { reading, blockedBy, claim: own } = await ordering;
  return { reading, blockedBy, own, written, readAt, waitedMs: trace.waitedMs };
}

beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => void vi.useRealTimers());

describe("a turn with nothing before it", () => {
  it("reads once, and says that it is under way while it goes on", async () => {
    const { readAt, written, own, blockedBy, waitedMs } = await order([holding([])]);
    expect(readAt).toEqual([0]);
    expect(written).toEqual([
      { claim4: { key: MINE, dialog, sequence: 12, at: NOW, forMs: 18_000, done: false } },
    ]);
    expect(own?.claim).toMatchObject({ key: MINE, sequence: 12 });
    expect(blockedBy).toBeUndefined();
    expect(waitedMs).toBe(0);
  });

  it("does not wait for later events, for ended ones, for those of another dialog, nor for holders that died", async () => {
    const harmless = [
      claim(13),
      claim(11, { done: true }),
      claim(10, { dialog: "another" }),
      claim(9, { at: NOW - 18_001 }),
    ];
    expect((await order([holding(harmless)])).readAt).toEqual([0]);
  });

  it("claims nothing without a number, nor where the record cannot be read", async () => {
    const without = parseEvent(events.minimal("hi"));
    const write = vi.fn();
    const record = { event: "", read: async () => holding([]), write } as unknown as OpenRecord;
    const deadlines = { waiting: new Deadline(8_000), whole: new Deadline(18_000) };
    expect(await readInOrder(without, record, deadlines, startTrace())).toEqual({ reading: holding([]) });
    expect(write).not.toHaveBeenCalled();
    const failed = await order([FAILED]);
    expect(failed).toMatchObject({ reading: FAILED, written: [], own: undefined });
  });
});

describe("a turn behind an earlier one on another instance", () => {
  it("claims before it waits, for those behind it, and reads until the other has ended", async () => {
    const ended = holding([claim(11, { done: true })], { sequence: 11 });
    const { readAt, written, reading, blockedBy, waitedMs } = await order([
      holding([claim(11)]),
      holding([claim(11)]),
      ended,
    ]);
    expect(readAt).toEqual([0, 200, 600]);
    expect(written).toHaveLength(1);
    expect(reading).toEqual(ended);
    expect(blockedBy).toBeUndefined();
    expect(waitedMs).toBe(600);
  });

  it("goes on at last when the other does not end", async () => {
    const { readAt, blockedBy, own } = await order([holding([claim(11)])]);
    expect(readAt).toEqual([0, 200, 600, 1_400, 2_200, 3_000, 3_800, 4_600, 5_400]);
    expect(blockedBy).toBe("earlier event");
    expect(own).toBeDefined();
  });

  it("goes on when the holder has died: its claim has an end", async () => {
    const { readAt, blockedBy } = await order([holding([claim(11, { at: NOW - 17_500 })])]);
    expect(readAt).toEqual([0, 200, 600]);
    expect(blockedBy).toBeUndefined();
  });

  it("waits no longer than it may", async () => {
    const { readAt, blockedBy } = await order([holding([claim(11)])], { waitingMs: 300 });
    expect(readAt).toEqual([0, 200, 300]);
    expect(blockedBy).toBe("earlier event");
  });

  it("does not wait for a service that fails meanwhile", async () => {
    const { readAt, blockedBy, reading } = await order([holding([claim(11)]), FAILED]);
    expect(readAt).toEqual([0, 200]);
    expect(blockedBy).toBe("earlier event");
    expect(reading.record).toBeDefined();
  });

  it.each([NOW + 1_000, NOW - 1_000])("is not misled by another clock: %s", async (at) => {
    const ended = holding([claim(11, { at, done: true })]);
    expect((await order([holding([claim(11, { at })]), ended])).readAt).toEqual([0, 200]);
  });
});

describe("an event that another instance has taken", () => {
  it("is waited for without a claim of its own, which would open the other's again", async () => {
    const same = claim(12, { key: MINE });
    const ended = holding([{ ...same, done: true }]);
    const { readAt, written, own, blockedBy } = await order([holding([same]), ended]);
    expect(readAt).toEqual([0, 200]);
    expect(written).toEqual([]);
    expect(own).toBeUndefined();
    expect(blockedBy).toBeUndefined();
  });

  it("is told when the other does not end", async () => {
    const { blockedBy } = await order([holding([claim(12, { key: MINE })])]);
    expect(blockedBy).toBe("same event");
  });

  it("is not claimed again when it was answered", async () => {
    const answered = holding([claim(12, { key: MINE, done: true }), claim(11)]);
    const { readAt, written } = await order([answered]);
    expect(readAt).toEqual([0]);
    expect(written).toEqual([]);
  });

  it("is not claimed again when its claim has made room for a later one", async () => {
    const { written } = await order([holding([claim(20, { done: true })], { sequence: 20 })]);
    expect(written).toEqual([]);
  });

  it("is not taken for an event without a fingerprint", async () => {
    const { written } = await order([holding([claim(12, { key: "" })])], { event: "" });
    expect(written).toHaveLength(1);
  });
});

describe("a second message of a consumer who does not wait for answers", () => {
  it.each([
    [12, 9, 1, "a message stands between, counted alone"],
    [12, 8, 0, "or three of them"],
    [12, 3, 1, "or one with its receipts"],
  ])(
    "is held back, although nobody claims the first yet: event %s after %s with %s messages",
    async (_, sequence, messages) => {
      const { readAt, waitedMs } = await order([holding([], { sequence, messages })]);
      expect(readAt).toEqual([0, 200, 600]);
      expect(waitedMs).toBe(600);
    },
  );

  it("goes on as soon as the first is answered", async () => {
    const { readAt } = await order([holding([], { sequence: 9 }), holding([], { sequence: 10 })]);
    expect(readAt).toEqual([0, 200]);
  });

  it("waits on when the first is claimed meanwhile", async () => {
    const nothing = holding([], { sequence: 9 });
    const claimed = holding([claim(11)], { sequence: 9 });
    const ended = holding([claim(11, { done: true })], { sequence: 11 });
    const { readAt } = await order([nothing, nothing, claimed, claimed, ended]);
    expect(readAt).toEqual([0, 200, 600, 1_400, 2_200]);
  });

  it.each([
    [10, 1],
    [8, 1],
    [6, 1],
    [6, 2],
    [11, 0],
    [3, 2],
    [-90, 1],
    [12, 1],
    [20, 1],
  ])(
    "is not suspected where the consumer has waited: event 12 after %s with %s messages",
    async (sequence, messages) => {
      expect((await order([holding([], { sequence, messages })])).readAt).toEqual([0]);
    },
  );
});

describe("whether an event was answered", () => {
  it("is told by its claim, once that is done", () => {
    expect(wasAnswered(MINE, [claim(12, { key: MINE, done: true })])).toBe(true);
    expect(wasAnswered(MINE, [claim(12, { key: MINE })])).toBe(false);
    expect(wasAnswered(MINE, [claim(12, { done: true })])).toBe(false);
    expect(wasAnswered("", [claim(12, { key: "", done: true })])).toBe(false);
  });
});

describe("a turn of which only the claim was heard", () => {
  const last = { dialog, sequence: 10, messages: 1 };

  it("is one between the last that was written down and this one", () => {
    expect(isGap(last, "14", [claim(12)])).toBe(true);
    expect(isGap(last, "14", [claim(12, { done: true })])).toBe(true);
  });

  it("is none of the two, none later, and none of another dialog", () => {
    expect(isGap(last, "14", [claim(10), claim(14), claim(15), claim(12, { dialog: "another" })])).toBe(
      false,
    );
    expect(isGap({ ...last, sequence: undefined }, "14", [claim(12)])).toBe(false);
  });
});
