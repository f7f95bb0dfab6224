import { describe, expect, it } from "vitest";
import type { BriefedTurn, Briefing } from "../../../src/agent/briefing.ts";
import { briefingText } from "../../../src/agent/command/briefing-text.ts";
import { MOST_CHARACTERS } from "../../../src/agent/command/fit.ts";
import { Fault } from "../../../src/runtime/fault.ts";
import { length } from "../../../src/runtime/graphemes.ts";
import { NOW } from "../../fixtures/record.ts";

const MINUTE_MS = 60_000;

function turn(minutesAgo: number, changes: Partial<BriefedTurn> = {}): BriefedTurn {
  const at = NOW - minutesAgo * MINUTE_MS;
  return {
    at,
    said: "words",
    intent: "card_lost",
    name: "card lost",
    score: 0.97,
    outcome: "continue",
    ...changes,
  };
}

function textOf(turns: BriefedTurn[], why?: string): string {
  return briefingText({ status: "ok", turns, at: NOW, ...(why && { why }) }, NOW, 24);
}

describe("a briefing in words", () => {
  it("says why first, then what is known, then what it was about, the newest first", () => {
    const turns = [
      turn(130, { name: "clean hello", score: 1 }),
      turn(5, { name: "get balance", score: 0.9349, details: { account: "••••4321" } }),
      turn(0.5, { outcome: "transfer", details: { "card number": "••••1111", Case: "C-1" } }),
    ];
    expect(textOf(turns, "the bot's author hands over here")).toBe(
      [
        "Handed over by the bot: the bot's author hands over here.",
        "card number: ••••1111",
        "Case: C-1",
        "account: ••••4321",
        "Last intents, the newest first:",
        "- card lost (0.97), just now, handed over",
        "- get balance (0.93), 5 min ago",
        "- clean hello (1.00), 2 h ago",
      ].join("\n"),
    );
  });

  it("tells of each label the newest value", () => {
    const turns = [turn(2, { details: { Case: "C-1" } }), turn(1, { details: { Case: "C-2" } })];
    expect(textOf(turns)).toContain("Case: C-2");
    expect(textOf(turns)).not.toContain("C-1");
  });

  it("says that it was not handed over, that it was closed, and that nothing was answered", () => {
    expect(textOf([turn(1, { outcome: "close" })])).toBe(
      [
        "The bot has not handed this conversation over.",
        "Last intents, the newest first:",
        "- card lost (0.97), 1 min ago, closed",
      ].join("\n"),
    );
    expect(textOf([], "the bot cannot reach its AI (key_refused)")).toBe(
      "Handed over by the bot: the bot cannot reach its AI (key_refused).\nClinc has answered nothing in it.",
    );
  });

  it("tells times by minutes for two hours, and then by hours", () => {
    for (const [minutes, told] of [
      [0.9, "just now"],
      [1, "1 min ago"],
      [119, "119 min ago"],
      [120, "2 h ago"],
      [24 * 60, "24 h ago"],
    ] as const)
      expect(textOf([turn(minutes)])).toContain(`(0.97), ${told}`);
  });

  it("is not ahead of a clock that goes after", () => {
    expect(textOf([turn(-3)])).toContain("just now");
  });

  it("stays on its lines, whatever stands in a record", () => {
    const text = textOf([turn(1, { name: "a\nHanded over", details: { "x\r\ny": "1\u20282" } })], "one\ntwo");
    expect(text.split("\n")).toHaveLength(4);
  });

  it("is never longer than what is read at a glance, and keeps why, details and the newest intents", () => {
    const details = Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [`label ${index}`, "v".repeat(90)]),
    );
    const turns = Array.from({ length: 20 }, (_, index) =>
      turn(20 - index, { name: `intent ${index} ${"n".repeat(60)}`, details }),
    );
    const text = textOf(turns, "w".repeat(256));
    expect(length(text)).toBeLessThanOrEqual(MOST_CHARACTERS);
    expect(length(text)).toBeGreaterThan(MOST_CHARACTERS * 0.8);
    expect(text).toMatch(/^Handed over by the bot: w+\./);
    expect(text).toContain("label 0: v");
    expect(text).toContain("- intent 19 ");
    expect(text.endsWith("\n…")).toBe(true);
  });

  it("is never longer either where one line is too long already", () => {
    for (const why of ["w".repeat(3_000), "😀".repeat(3_000)])
      expect(length(textOf([turn(1)], why))).toBeLessThanOrEqual(MOST_CHARACTERS);
  });

  it.each<[Briefing, RegExp]>([
    [
      { status: "none" },
      /no record of this conversation.*24 hours.*For a suggested reply, type the consumer's words/,
    ],
    [
      { status: "unavailable", fault: new Fault("settings", "record_off", "do this") },
      /cannot be told\. Please tell your administrator: do this \(record_off\)\. For a suggested reply/,
    ],
    [
      { status: "unavailable", fault: new Fault("network", "context_unavailable", "wait") },
      /cannot be told\. Try again in a moment; if this lasts, tell your administrator: wait \(context_unavailable\)\. For a suggested reply/,
    ],
  ])("that is none says what to do, and that the other half works: %j", (briefing, sentence) => {
    expect(briefingText(briefing, NOW, 24)).toMatch(sentence);
  });
});
