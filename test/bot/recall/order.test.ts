import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { OpenRecord } from "../../../src/bot/recall/open.ts";
import { isGap, readInOrder } from "../../../src/bot/recall/order.ts";
import { startTrace } from "../../../src/bot/report.ts";
import { parseEvent } from "../../../src/liveperson/consumer-turn.ts";
import { type Claim, parseRecord } from "../../../src/record/shape.ts";
import type { Reading } from "../../../src/record/store.ts";
import { Deadline, pause } from "../../../src/runtime/deadline.ts";
import type { JsonObject } from "../../../src/runtime/tolerant.ts";
import * as events from "../../fixtures/events.ts";
import { NOW } from "../../fixtures/record.ts";

const MINE = "AAAAAAAAAAAAAAAAAAAAAA==";
const OTHER = "BBBBBBBBBBBBBBBBBBBBBB==";
const turn = parseEvent(events.messagingText("hi", { sequence: 12 }));
const { dialog } = turn;

/** What others claim; in the order of the instances we are between 4 and 6. */
const claim = (sequence: number, changes: Partial<Claim> = {}): Claim => ({
  ...{ by: "4", key: OTHER, dialog, sequence, at: NOW - 100, forMs: 18_000, done: false },
  ...changes,
});
const BY = "5";
const own = claim(12, { by: BY, key: MINE, at: NOW });

/** What the service holds when it is read: the claims, and which event was answered last. */
function holding(
  claims: Claim[],
  last: { sequence?: number; messages?: number; dialog?: string } = {},
): Reading {
  const properties = Object.fromEntries(claims.map((one, number) => [`claim${number}`, one]));
  const bot = { at: NOW, dialog, sequence: 10, messages: 1, ...last };
  return { status: "on", record: parseRecord({ ...properties, bot }, 0) };
}

/** A timer takes this long at least. */
const AT_ONCE_MS = 1;

const FAILED: Reading = { status: "failed" };

type Changes = {
  event?: string;
  waitingMs?: number;
  isReady?: boolean;
  /** Milliseconds that a read and a write take. */
  readMs?: number;
  writeMs?: number;
};

/** Takes a turn's place where the service holds these, one after the other; the last one stays. */
async function order(readings: Reading[], changes: Changes = {}) {
  const { event = MINE, waitingMs = 8_000, isReady = true, readMs = 0, writeMs = 0 } = changes;
  vi.setSystemTime(NOW);
  const written: Claim[] = [];
  const writtenAt: Array<[at: number, isEarly: boolean]> = [];
  const readAt: number[] = [];
  const record = {
    by: BY,
    event,
    isReady,
    read: async () => {
      readAt.push(Date.now() - NOW);
      const reading = readings[Math.min(readAt.length, readings.length) - 1] as Reading;
      if (readMs > 0) await pause(readMs);
      return reading;
    },
    write: async (properties: JsonObject, isEarly = false) => {
      written.push(...(Object.values(properties) as Claim[]));
      writtenAt.push([Date.now() - NOW, isEarly]);
      if (writeMs > 0) await pause(writeMs);
      return { status: "on" };
    },
  } as unknown as OpenRecord;
  const trace = startTrace();
  const deadlines = { waiting: new Deadline(waitingMs), whole: new Deadline(18_000) };
  let endedAt = Number.NaN;
  const ordering = readInOrder(turn, record, deadlines, trace).finally(() => {
    endedAt = Date.now() - NOW;
  });
  await vi.advanceTimersByTimeAsync(30_000);
  const { reading, blockedBy, claim: mine } = await ordering;
  const { waitedMs, contextMs } = trace;
  return { reading, blockedBy, mine, written, writtenAt, readAt, waitedMs, contextMs, endedAt };
}

beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => void vi.useRealTimers());

describe("a turn with nothing before it", () => {
  it("reads once, and says beside it that it is under way", async () => {
    const { readAt, written, writtenAt, mine, blockedBy, waitedMs } = await order([holding([])]);
    expect(readAt).toEqual([0]);
    expect(written).toEqual([own]);
    expect(writtenAt).toEqual([[0, true]]);
    expect(mine).toEqual(own);
    expect(blockedBy).toBeUndefined();
    expect(waitedMs).toBe(0);
  });

  it("takes one call of a service that is quick", async () => {
    const { readAt, endedAt } = await order([holding([])], { readMs: 20, writeMs: 20 });
    expect(readAt).toEqual([0]);
    expect(endedAt).toBe(20);
  });

  it.each([
    [79, [0]],
    [80, [0, 80 + AT_ONCE_MS]],
    [300, [0, 300 + AT_ONCE_MS]],
  ])("reads once more where its claim is confirmed after 80 ms or later: %s", async (writeMs, readAt) => {
    expect((await order([holding([])], { writeMs })).readAt).toEqual(readAt);
  });

  it("finds so who has claimed an earlier event meanwhile", async () => {
    const ended = holding([claim(11, { done: true })]);
    const { readAt } = await order([holding([]), holding([claim(11)]), ended], { writeMs: 100 });
    expect(readAt).toEqual([0, 100 + AT_ONCE_MS, 300 + AT_ONCE_MS]);
  });

  it("is content with what it has read where it cannot read once more", async () => {
    const { readAt, reading, blockedBy } = await order([holding([]), FAILED], { writeMs: 100 });
    expect(readAt).toEqual([0, 100 + AT_ONCE_MS]);
    expect(reading).toEqual(holding([]));
    expect(blockedBy).toBeUndefined();
  });

  it("claims after the read where the last one came to nothing, and counts what that takes", async () => {
    const changes = { isReady: false, readMs: 30, writeMs: 50 };
    const { writtenAt, mine, contextMs } = await order([holding([])], changes);
    expect(writtenAt).toEqual([[30, false]]);
    expect(mine).toEqual(own);
    expect(contextMs).toBe(50);
  });

  it("claims again where there is no record: now the service is told first how long to keep it", async () => {
    const none: Reading = { status: "none", record: parseRecord({}, 0) };
    const first = await order([none], { readMs: 30 });
    expect(first.writtenAt).toEqual([
      [0, true],
      [30, false],
    ]);
    expect(first.written).toEqual([own, own]);
    expect((await order([none], { isReady: false })).writtenAt).toHaveLength(1);
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

  it("claims nothing without a number", async () => {
    const without = parseEvent(events.minimal("hi"));
    const write = vi.fn();
    const record = { by: BY, event: "", isReady: true, read: async () => holding([]), write };
    const deadlines = { waiting: new Deadline(8_000), whole: new Deadline(18_000) };
    const ordered = await readInOrder(without, record as unknown as OpenRecord, deadlines, startTrace());
    expect(ordered).toEqual({ reading: holding([]) });
    expect(write).not.toHaveBeenCalled();
  });

  it("takes its claim back where the record cannot be read, and claims nothing where it could not be before", async () => {
    const failed = await order([FAILED]);
    expect(failed).toMatchObject({ reading: FAILED, mine: undefined });
    expect(failed.written).toEqual([own, { ...own, forMs: 0 }]);
    expect((await order([FAILED], { isReady: false })).written).toEqual([]);
  });
});

describe("a turn behind an earlier one on another instance", () => {
  it("reads until the other has ended", async () => {
    const ended = holding([claim(11, { done: true })], { sequence: 11 });
    const { readAt, written, reading, blockedBy, waitedMs } = await order([
      holding([claim(11)]),
      holding([claim(11)]),
      ended,
    ]);
    expect(readAt).toEqual([0, 200, 600]);
    expect(written).toEqual([own]);
    expect(reading).toEqual(ended);
    expect(blockedBy).toBeUndefined();
    expect(waitedMs).toBe(600);
  });

  it("goes on at last when the other does not end", async () => {
    const { readAt, blockedBy, mine } = await order([holding([claim(11)])]);
    expect(readAt).toEqual([0, 200, 600, 1_400, 2_200, 3_000, 3_800, 4_600, 5_400]);
    expect(blockedBy).toBe("earlier event");
    expect(mine).toEqual(own);
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
  const same = claim(12, { key: MINE });
  const rival = claim(12, { by: "6", key: MINE });
  const standsBack = { ...own, forMs: 0 };

  it("is left to the first in the order of the instances, once, and waited for", async () => {
    const ended = holding([{ ...same, done: true }]);
    const { readAt, written, blockedBy } = await order([holding([same]), holding([same]), ended]);
    expect(readAt).toEqual([0, 200, 600]);
    expect(written).toEqual([own, standsBack]);
    expect(blockedBy).toBeUndefined();
  });

  it("is waited for without standing back by who is the first in that order, until the other stands back or has answered", async () => {
    for (const changes of [{ forMs: 0 }, { done: true }]) {
      const { readAt, written, blockedBy } = await order([
        holding([rival]),
        holding([{ ...rival, ...changes }]),
      ]);
      expect(readAt).toEqual([0, 200]);
      expect(written).toEqual([own]);
      expect(blockedBy).toBeUndefined();
    }
  });

  it("is told when the other does not end", async () => {
    expect((await order([holding([same])])).blockedBy).toBe("same event");
    expect((await order([holding([rival])])).blockedBy).toBe("rival");
  });

  it("is not waited for any more when it was answered", async () => {
    const answered = holding([{ ...same, done: true }, claim(11, { by: "6" })]);
    const { readAt, written, mine } = await order([answered], { isReady: false });
    expect(readAt).toEqual([0]);
    expect(written).toEqual([]);
    expect(mine).toBeUndefined();
    expect((await order([answered], { writeMs: 300 })).endedAt).toBe(0);
  });

  it("is not taken for an event without a fingerprint", async () => {
    const { readAt } = await order([holding([claim(12, { key: "" })])], { event: "" });
    expect(readAt).toEqual([0]);
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

  it("is not suspected in another dialog, whose events have numbers of their own", async () => {
    expect((await order([holding([], { sequence: 9, dialog: "another" })])).readAt).toEqual([0]);
  });

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
