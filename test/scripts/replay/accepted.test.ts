import { describe, expect, it } from "vitest";
import { acceptedOf } from "../../../scripts/replay/accepted.ts";
import type { PlayedTurn } from "../../../scripts/replay/play.ts";
import type { Seen } from "../../../scripts/replay/seen.ts";

const SEEN: Seen = {
  ...{ text: [], public: [], choices: [], card: [], carousel: [], private: [], remarks: [] },
  ...{ intent: "a", score: 0.979, outcome: "continue", skill: "", fault: "", queries: 1, milliseconds: 5 },
  told: "",
};

function turn(seen: Partial<Seen>, changes: Partial<PlayedTurn> = {}): PlayedTurn {
  const base = { by: "consumer", said: "hello", number: 1, differences: [], problems: [] } as const;
  return { ...base, differences: [], problems: [], seen: { ...SEEN, ...seen }, ...changes };
}

describe("what is expected from now on", () => {
  it.each<[what: string, seen: Partial<Seen>, expected: unknown]>([
    ["one text as it is", { text: ["Hi."] }, { text: "Hi.", intent: "a" }],
    ["several as a list", { text: ["Hi.", "You?"] }, { text: ["Hi.", "You?"], intent: "a" }],
    [
      "the beginning of a long text",
      { text: ["word ".repeat(60)] },
      { text: { includes: "word ".repeat(20).trimEnd() }, intent: "a" },
    ],
    [
      "what becomes of the conversation, where there is nothing to read",
      { card: ["A"] },
      { card: "A", intent: "a", outcome: "continue" },
    ],
    [
      "a transfer with its skill, and what the agent reads",
      { text: ["Bye."], private: ["Note"], outcome: "transfer", skill: "s" },
      { text: "Bye.", private: "Note", intent: "a", outcome: "transfer", skill: "s" },
    ],
    [
      "all titles, a post and remarks",
      { carousel: ["A", "B"], public: ["P"], remarks: ["r"] },
      { carousel: ["A", "B"], public: "P", intent: "a", outcome: "continue", remarks: "r" },
    ],
    ["a failure", { intent: "", outcome: "failed", remarks: ["r"] }, { outcome: "failed" }],
  ])("is %s", (_, seen, expected) => {
    expect(acceptedOf(undefined, turn(seen))).toEqual(expected);
  });

  it("is an agent's briefing or suggestion", () => {
    const told = { told: "Suggested reply (a, 0.97):\n\nFive days." };
    expect(acceptedOf(undefined, turn(told, { by: "agent", said: "/clinc how long" }))).toEqual({
      suggestion: "Five days.",
    });
    expect(acceptedOf(undefined, turn({ told: "Known." }, { by: "agent", said: "/clinc" }))).toEqual({
      briefing: "Known.",
    });
  });

  it("is nothing of a turn that no function hears of", () => {
    const { seen: _, ...unheard } = turn({});
    expect(acceptedOf(undefined, unheard)).toBeUndefined();
  });

  it("is a score that the one seen reaches", () => {
    const differences = [{ what: "score" as const, expected: "at least 1", seen: "0.979", isExact: false }];
    expect(acceptedOf({ score: 1 }, turn({}, { differences }))).toEqual({ score: 0.97 });
  });
});
