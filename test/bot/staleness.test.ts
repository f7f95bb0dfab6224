import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Memory, NO_CHOICES, NOTHING_YET } from "../../src/bot/memory.ts";
import { withoutStale } from "../../src/bot/staleness.ts";
import { type ConsumerTurn, parseEvent } from "../../src/liveperson/consumer-turn.ts";
import * as events from "../fixtures/events.ts";
import { NOW, recordedTurn } from "../fixtures/record.ts";

const savings = { title: "Savings", say: "my savings account" };
const checking = { title: "Checking", say: "my checking account" };
const event = (sequence: number | undefined) => parseEvent(events.messagingText("2", { sequence }));
const { dialog } = event(1);

/** What is remembered of a turn with two messages, whose event had this number. */
const memory = (sequence: number | undefined = 10): Memory => ({
  ...NOTHING_YET,
  misunderstood: 2,
  open: { at: NOW - 60_000, shown: [savings], numbered: [checking] },
  turns: [recordedTurn(1, { details: { account: "••••5678" } })],
  seen: { dialog, sequence, messages: 2 },
});

type How = { isSure?: boolean; isShared?: boolean; before?: Memory };

/** Whether a number is taken for a choice, and a detail for the newest one. */
function trusts(turn: ConsumerTurn, { isSure = false, isShared = true, before = memory() }: How = {}) {
  const { open, turns } = withoutStale(before, turn, isSure, isShared);
  return { number: open.numbered.length > 0, detail: Object.keys(turns[0]?.details ?? {}).length > 0 };
}

const WHOLLY = { number: true, detail: true };
const NOT_AT_ALL = { number: false, detail: false };

beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => void vi.useRealTimers());

describe("what an instance remembers alone", () => {
  it.each([11, 13, 14])(
    "counts where nobody can have answered since: event %s after event 10",
    (sequence) => {
      expect(trusts(event(sequence))).toEqual(WHOLLY);
      expect(trusts(event(sequence), { isShared: false })).toEqual(WHOLLY);
    },
  );

  it.each([15, 19, 100])("may be stale where there is room for another turn: event %s", (sequence) => {
    expect(trusts(event(sequence))).toEqual(NOT_AT_ALL);
    expect(trusts(event(sequence), { isShared: false })).toEqual(NOT_AT_ALL);
  });

  it.each([10, 9, 0])("may be stale for an event that is not newer: event %s", (sequence) => {
    expect(trusts(event(sequence))).toEqual(NOT_AT_ALL);
  });

  it("may be stale in another dialog, whose events have numbers of their own", () => {
    const turn = { ...event(12), dialog: "another" };
    expect(trusts(turn)).toEqual(NOT_AT_ALL);
  });

  it("counts without numbers on V1 alone, where the next event most likely comes here", () => {
    for (const [turn, before] of [
      [event(undefined), memory()],
      [event(12), { ...memory(), seen: { dialog, sequence: undefined, messages: 2 } }],
    ] as const) {
      expect(trusts(turn, { before, isShared: false })).toEqual(WHOLLY);
      expect(trusts(turn, { before })).toEqual(NOT_AT_ALL);
    }
  });
});

describe("what was read from the record", () => {
  it.each([12, 15, 19])("counts also where receipts have numbers: event %s after event 10", (sequence) => {
    expect(trusts(event(sequence), { isSure: true })).toEqual(WHOLLY);
  });

  it("shows its details, but takes no number, where a write may have been lost", () => {
    expect(trusts(event(20), { isSure: true })).toEqual({ number: false, detail: true });
  });
});

describe("choices", () => {
  it("lose their numbers and keep their labels where they may be stale", () => {
    const { open } = withoutStale(memory(), event(100), false, true);
    expect(open).toEqual({ at: NOW - 60_000, shown: [savings, checking], numbered: [] });
  });

  it("are forgotten after five minutes", () => {
    const openAt = (at: number) => ({ ...memory(), open: { ...memory().open, at } });
    const five = 5 * 60_000;
    expect(withoutStale(openAt(NOW - five), event(12), true, true).open.numbered).toEqual([checking]);
    expect(withoutStale(openAt(NOW - five - 1), event(12), true, true).open).toEqual(NO_CHOICES);
  });

  it("stay the same when the clock of who offered them is ahead", () => {
    const before = { ...memory(), open: { ...memory().open, at: NOW + 1_000 } };
    expect(trusts(event(12), { before, isSure: true })).toEqual(WHOLLY);
  });
});

describe("a welcome without a number", () => {
  it("leaves open what was open, for the message that follows", () => {
    const { open } = withoutStale(memory(), parseEvent(events.transferredIn()), false, true);
    expect(open).toEqual(memory().open);
  });
});

describe("a welcome with a number", () => {
  it("takes no number where another turn may have been between, like any other event", () => {
    const welcome = (sequence: number) =>
      parseEvent(events.transferredIn("hi", { sequence, dialogId: dialog }));
    expect(trusts(welcome(12))).toEqual(WHOLLY);
    expect(trusts(welcome(100))).toEqual(NOT_AT_ALL);
  });
});

describe("counts", () => {
  it("stay: an early hand-over is better than none", () => {
    expect(withoutStale(memory(), event(100), false, true).misunderstood).toBe(2);
  });
});
