import { describe, expect, it } from "vitest";
import { MOST_CHARACTERS } from "../../../src/agent/command/fit.ts";
import { suggestionText } from "../../../src/agent/command/suggestion-text.ts";
import type { Suggestion } from "../../../src/agent/suggestion.ts";
import { Fault } from "../../../src/runtime/fault.ts";
import { length } from "../../../src/runtime/graphemes.ts";

const about = { intent: "get_balance", score: 0.934 };
const fault = new Fault("clinc", "clinc_timeout", "look at its latency");

describe("a suggestion in words", () => {
  it("is the draft as it is, below what it is about and how sure Clinc is", () => {
    const text = "Which account?\nChecking\nSavings";
    expect(suggestionText({ status: "ok", text, ...about }, 2)).toBe(
      `Suggested reply (get balance, 0.93):\n\n${text}`,
    );
  });

  it("is cut where it would be too long", () => {
    const written = suggestionText({ status: "ok", text: "word ".repeat(1_000), ...about }, 2);
    expect(length(written)).toBeLessThanOrEqual(MOST_CHARACTERS);
    expect(written.endsWith("…")).toBe(true);
  });

  it.each<[Suggestion, string]>([
    [{ status: "low_score", ...about }, "not sure what is meant (get balance, 0.93)"],
    [{ status: "out_of_scope", ...about }, "does not know about this (get balance, 0.93)"],
    [{ status: "refused", ...about }, "not one to pass on (get balance, 0.93)"],
    [{ status: "too_short" }, "type at least 2 words"],
    [
      { status: "off", fault: new Fault("settings", "x", "store it") },
      "off. Please tell your administrator: store it (x).",
    ],
    [
      { status: "unavailable", fault },
      "Try again in a moment; if this lasts, tell your administrator: look at its latency (clinc_timeout).",
    ],
  ])("is a sentence that says what to do: %j", (suggestion, sentence) => {
    const text = suggestionText(suggestion, 2);
    expect(text).toContain(sentence);
    expect(text).toMatch(/\.$/);
    expect(text).not.toContain("\n");
  });

  it.each<Suggestion>([
    { status: "off", fault },
    { status: "unavailable", fault },
  ])("that is not there tells that the other half works: %j", (suggestion) => {
    expect(suggestionText(suggestion, 2)).toContain("For what the bot knew, type the command alone.");
  });
});
