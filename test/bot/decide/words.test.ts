import { describe, expect, it } from "vitest";
import type { OpenChoices } from "../../../src/answer/answer.ts";
import { chosen } from "../../../src/bot/decide/words.ts";

const checking = { title: "Checking", say: "my checking account" };
const savings = { title: "Savings", say: "my savings account" };
const SHOWN: OpenChoices = { shown: [checking, savings], numbered: [] };
const NUMBERED: OpenChoices = { shown: [], numbered: [checking, savings] };
const NONE: OpenChoices = { shown: [], numbered: [] };

describe("a label that is typed by hand", () => {
  it("says what clicking it would have said", () => {
    expect(chosen("Savings", SHOWN)).toBe("my savings account");
    expect(chosen("Savings", NUMBERED)).toBe("my savings account");
  });

  it("may be written in any case, with white space around it", () => {
    expect(chosen("  sAVINGS\n", SHOWN)).toBe("my savings account");
    expect(chosen("überweisung", { ...NONE, shown: [{ title: " Überweisung ", say: "transfer" }] })).toBe(
      "transfer",
    );
  });

  it("must be the whole message", () => {
    for (const words of ["Savings please", "Saving", "not Savings", "Check", ""])
      expect(chosen(words, SHOWN)).toBe(words);
  });
});

describe("a label that stands on several cards", () => {
  const order = (say: string) => ({ title: "Order it", say });

  it("means what all of them say", () => {
    expect(chosen("order it", { shown: [order("order a card"), order("order a card")], numbered: [] })).toBe(
      "order a card",
    );
  });

  it("means nothing when they say different things, and Clinc is asked what was typed", () => {
    const shown = [order("order the red card"), order("order the blue card")];
    expect(chosen("Order it", { shown, numbered: [] })).toBe("Order it");
    expect(chosen("Order it", { shown: shown.slice(1), numbered: shown.slice(0, 1) })).toBe("Order it");
  });
});

describe("a number that is typed", () => {
  it.each(["2", "2.", "2)", " 2 ", "02"])("means the entry of the open list: %j", (words) => {
    expect(chosen(words, NUMBERED)).toBe("my savings account");
  });

  it("means nothing when no numbered list is open", () => {
    expect(chosen("2", SHOWN)).toBe("2");
    expect(chosen("2", NONE)).toBe("2");
  });

  it("means nothing beyond the list", () => {
    for (const words of ["0", "3", "100", "-1", "1000"]) expect(chosen(words, NUMBERED)).toBe(words);
  });

  it("means the label that is written so, before the place in the list", () => {
    const years = [
      { title: "3", say: "three years" },
      { title: "2", say: "two years" },
      { title: "1", say: "one year" },
    ];
    expect(chosen("1", { shown: [], numbered: years })).toBe("one year");
    expect(chosen("3", { shown: [], numbered: years })).toBe("three years");
    expect(chosen("2", { shown: [{ title: "2", say: "two people" }], numbered: [checking, savings] })).toBe(
      "two people",
    );
  });

  it.each(["$1", "1.00", "1,5", "1 dollar", "1 2", "1/2", "1..", "1st", "+1", "1€", "#1", "(1)", "2%"])(
    "is an amount or a part of one, and stays as it is: %j",
    (words) => {
      expect(chosen(words, NUMBERED)).toBe(words);
    },
  );
});

describe("anything else", () => {
  it("goes to Clinc exactly as it was typed", () => {
    const words = "  What is my BALANCE? ";
    for (const open of [NONE, SHOWN, NUMBERED]) expect(chosen(words, open)).toBe(words);
  });
});
