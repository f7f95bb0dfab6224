import { describe, expect, it } from "vitest";
import type { Channel } from "../../../src/liveperson/channel.ts";
import { ASK, labelsOf, shown } from "../../support/shown.ts";

const DRAWN: Channel[] = ["web", "apple", "facebook", "whatsapp", "rcs", "line", "viber"];
const choice = (title: string, say: string) => ({ title, say });

describe("choices whose labels look the same", () => {
  it.each<[Channel, string, string]>([
    ["whatsapp", "Transfer to my savings account", "Transfer to my savings goal"],
    ["rcs", "Order the insured travel card in blue", "Order the insured travel card in red"],
    ["viber", "Order the insured travel card in blue", "Order the insured travel card in red"],
    ["line", `Order ${"x".repeat(130)}`, `Order ${"x".repeat(131)}`],
  ])("once %s has cut them are a numbered list, where nothing is cut", (channel, first, second) => {
    const choices = [choice(first, "the first"), choice(second, "the second")];
    const { messages, open } = shown({ text: "What?", choices }, channel);
    expect(messages).toEqual([`What?\n${ASK}\n1. ${first}\n2. ${second}`]);
    expect(open).toEqual({ shown: [], numbered: choices });
    const others = ["apple", "facebook", "line"] as const;
    for (const other of others.filter((one) => one !== channel && first.length < 100))
      expect(labelsOf(shown({ text: "What?", choices }, other).messages)).toEqual([[first, second]]);
  });

  it("are a list on every channel where their author wrote them so", () => {
    for (const channel of DRAWN) {
      const choices = [choice("Transfer", "to savings"), choice("Transfer\u200b", "to goal")];
      const { messages } = shown({ text: "What?", choices }, channel);
      expect(messages).toEqual([`What?\n${ASK}\n1. Transfer\n2. Transfer\u200b`]);
    }
  });

  it("in the web window, which shows 25 characters, are a list, and of those that it shows whole only what is equal", () => {
    const labels = (...titles: string[]) =>
      labelsOf(shown({ text: "Where to?", choices: titles }, "web").messages).flat();
    const alike = ["Transfer to my savings account", "Transfer to my savings goal"];
    expect(labels(...alike)).toEqual([]);
    const whole = ["Transfer to my savings no1", "Transfer to my savings 2"];
    expect(labels(...whole)).toEqual(whole);
    const fitting = ["Transfer to my savings 11", "Transfer to my savings 12"];
    expect(labels(...fitting)).toEqual(fitting);
    const beyond = ["Transfer to my own goal and back", "Transfer to my own friend and back"];
    expect(labels(...beyond)).toEqual(beyond);
  });
});

describe("a choice that is offered twice", () => {
  it("is one quick reply, and one item of a list", () => {
    const entry = { text: "Which?", choices: ["Savings", "Checking", "Savings"] };
    for (const channel of DRAWN)
      expect(labelsOf(shown(entry, channel).messages)).toEqual([["Savings", "Checking"]]);
    expect(shown(entry, "sms").messages).toEqual([`Which?\n${ASK}\n1. Savings\n2. Checking`]);
  });
});

describe("a label with a line end", () => {
  it("fakes no item of a list", () => {
    const entry = { text: "Which?", choices: ["Savings\n2. Transfer all", "Checking"] };
    expect(shown(entry, "sms").messages).toEqual([`Which?\n${ASK}\n1. Savings 2. Transfer all\n2. Checking`]);
  });
});
