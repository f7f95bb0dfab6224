import { afterEach, describe, expect, it, vi } from "vitest";
import { transfer } from "../../src/answer/answer.ts";
import { afterwards, inLanguage, type Memory, NO_CHOICES, NOTHING_YET } from "../../src/bot/memory.ts";

const open = { shown: [{ title: "Checking", say: "my checking account" }], numbered: [] };
const before: Memory = {
  ...NOTHING_YET,
  misunderstood: 2,
  failed: 1,
  lastWords: "balance",
  open,
  intents: ["get balance (0.93)"],
  slots: ["account: ••••5678"],
};

afterEach(() => vi.useRealTimers());

describe("the consumer's language", () => {
  it("is what the event tells, else what was told before", () => {
    expect(inLanguage(before, "")).toBe(before);
    const spanish = inLanguage(before, "es");
    expect(spanish).toEqual({ ...before, language: "es" });
    expect(inLanguage(spanish, "")).toBe(spanish);
    expect(inLanguage(spanish, "de").language).toBe("de");
    expect(NOTHING_YET.language).toBe("");
  });
});

describe("what is remembered after a turn", () => {
  it("leaves open what was open when the turn offered nothing", () => {
    expect(afterwards(before, { kind: "continue" }, NO_CHOICES)).toEqual(before);
  });

  it("opens what the turn offered instead, shown or numbered", () => {
    const choice = { title: "Savings", say: "my savings account" };
    for (const offered of [
      { shown: [choice], numbered: [] },
      { shown: [], numbered: [choice] },
    ])
      expect(afterwards(before, { kind: "continue" }, offered)).toEqual({ ...before, open: offered });
  });

  it("starts with clean counts and without old details once the conversation is handed over", () => {
    vi.useFakeTimers({ now: 1_764_000_000_000 });
    expect(afterwards(before, transfer("the consumer asked for a person"), NO_CHOICES)).toEqual({
      ...before,
      misunderstood: 0,
      failed: 0,
      slots: [],
      transferredAt: 1_764_000_000_000,
    });
  });

  it("is nothing new after a close", () => {
    expect(afterwards(before, { kind: "close", withoutSurvey: false }, NO_CHOICES)).toEqual(before);
  });
});
