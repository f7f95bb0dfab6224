import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type OpenChoices, transfer } from "../../src/answer/answer.ts";
import {
  afterwards,
  inLanguage,
  type Memory,
  NO_CHOICES,
  NOTHING_YET,
  numberOf,
} from "../../src/bot/memory.ts";
import { parseEvent } from "../../src/liveperson/consumer-turn.ts";
import type { Message } from "../../src/liveperson/reply.ts";
import * as events from "../fixtures/events.ts";
import { NOW, recordedTurn } from "../fixtures/record.ts";

const open = { at: 1, shown: [{ title: "Checking", say: "my checking account" }], numbered: [] };
const before: Memory = {
  ...NOTHING_YET,
  misunderstood: 2,
  failed: 1,
  isRestarted: true,
  lastWords: "balance",
  open,
  turns: [recordedTurn(1, { details: { account: "••••5678" } })],
};
const turn = parseEvent(events.messagingText("hi", { sequence: 12 }));

/** What a turn said and offered. */
function said(messages: Message[] = ["Yes."], offered: OpenChoices = NO_CHOICES) {
  const context = { intentId: "a", intentName: "a", confidenceScore: 1 };
  return { reply: { messages, context }, open: offered };
}
const continues = { kind: "continue" } as const;
const seen = { dialog: turn.dialog, sequence: 12, messages: 1 };

beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => void vi.useRealTimers());

describe("the consumer's language", () => {
  it("is what the event tells, else what was told before", () => {
    expect(inLanguage(before, "")).toBe(before);
    const spanish = inLanguage(before, "es");
    expect(spanish).toEqual({ ...before, language: "es" });
    expect(inLanguage(spanish, "")).toBe(spanish);
    expect(inLanguage(spanish, "es")).toBe(spanish);
    expect(inLanguage(spanish, "de").language).toBe("de");
    expect(NOTHING_YET.language).toBe("");
  });
});

describe("what is remembered after a turn", () => {
  it("leaves open what was open when the turn offered nothing", () => {
    expect(afterwards(before, turn, continues, said())).toEqual({ ...before, seen });
  });

  it("opens what the turn offered instead, shown or numbered, from now on", () => {
    const choice = { title: "Savings", say: "my savings account" };
    for (const offered of [
      { shown: [choice], numbered: [] },
      { shown: [], numbered: [choice] },
    ])
      expect(afterwards(before, turn, continues, said(["Which?"], offered)).open).toEqual({
        ...offered,
        at: NOW,
      });
  });

  it("says which event was answered, with how many messages; a pause is none", () => {
    const messages: Message[] = ["One.", { delay: 2, typing: true }, "Two."];
    expect(afterwards(before, turn, continues, said(messages)).seen.messages).toBe(2);
  });

  it("keeps its place for an event without a number", () => {
    const without = parseEvent(events.minimal("hi"));
    const known = { ...before, seen };
    expect(afterwards(known, without, continues, said(["One.", "Two."])).seen).toEqual(seen);
  });

  it.each<[what: string, sequence: number, messages: number, dialog?: string]>([
    ["the next message, sent when the answer was read", 14, 1],
    ["one that did not wait for the answer, which so came after both", 13, 2],
    ["one that waited for a part of it", 13, 2],
    ["one that comes in late", 11, 2],
    ["one of another dialog", 13, 1, "another"],
  ])(
    "counts the messages of the bot that come after an event: %s",
    (_, sequence, messages, dialog = turn.dialog) => {
      const known = { ...before, seen };
      const next = { ...turn, sequence: String(sequence), dialog };
      expect(afterwards(known, next, continues, said()).seen).toEqual({ dialog, sequence, messages });
    },
  );

  it("starts with clean counts once the conversation is handed over, and knows when and why", () => {
    expect(afterwards(before, turn, transfer("the consumer asked for a person"), said())).toEqual({
      ...before,
      seen,
      misunderstood: 0,
      failed: 0,
      isRestarted: false,
      transferredAt: NOW,
      why: "the consumer asked for a person",
    });
  });

  it("is nothing new after a close", () => {
    const closed = afterwards(before, turn, { kind: "close", withoutSurvey: false }, said());
    expect(closed).toEqual({ ...before, seen });
  });
});

describe("the number of an event", () => {
  it("is read from what the platform sent, 0 included, and is none where nothing can be counted", () => {
    expect(["0", "12", "", "x1"].map(numberOf)).toEqual([0, 12, undefined, undefined]);
  });
});
