import { describe, expect, it } from "vitest";
import type { Expectation } from "../../../scripts/conversations/expectation.ts";
import { differencesOf } from "../../../scripts/replay/difference.ts";
import type { Seen } from "../../../scripts/replay/seen.ts";

const SEEN: Seen = {
  text: ["Which account?", "It is $5."],
  public: [],
  choices: ["Checking", "Savings"],
  card: ["Travel Card"],
  carousel: ["Travel Card", "Gold Card"],
  private: ["Limit checked."],
  intent: "get_balance",
  score: 0.97,
  outcome: "transfer",
  skill: "human-cards",
  fault: "",
  remarks: [],
  queries: 1,
  milliseconds: 12.3,
  told: "Suggested reply (card replacement, 0.97):\n\nIn five days.",
};

const STRICT = { isLenient: false };

function differences(expect: Expectation | undefined, seen: Partial<Seen> = {}, strictness = STRICT) {
  return differencesOf(expect, { ...SEEN, ...seen }, strictness);
}

describe("an expectation", () => {
  it.each<[expect: Expectation, wrong: Expectation, expected: string, seen: string]>([
    [
      { text: "Which account?\nIt is $5." },
      { text: "Which account?" },
      "Which account?",
      "Which account?\nIt is $5.",
    ],
    [
      { text: ["Which account?", "It is $5."] },
      { text: ["Which account?", "It is $6."] },
      "Which account?\nIt is $6.",
      "Which account?\nIt is $5.",
    ],
    [
      { text: { includes: "account?\nIt" } },
      { text: { includes: "card" } },
      "… card …",
      "Which account?\nIt is $5.",
    ],
    [
      { text: { matches: "^Which.*\\d\\.$" } },
      { text: { matches: "^It" } },
      "/^It/",
      "Which account?\nIt is $5.",
    ],
    [
      { text: ["Which account?", { matches: "\\$\\d" }] },
      { text: [{ includes: "card" }, "It is $5."] },
      "… card …\nIt is $5.",
      "Which account?\nIt is $5.",
    ],
    [{ public: [] }, { public: "Write to us." }, "Write to us.", "(nothing)"],
    [{ choices: ["Checking", "Savings"] }, { choices: ["Checking"] }, "Checking", "Checking\nSavings"],
    [{ card: "Travel Card" }, { card: [] }, "(nothing)", "Travel Card"],
    [
      { carousel: ["Travel Card", "Gold Card"] },
      { carousel: ["Gold Card", "Travel Card"] },
      "Gold Card\nTravel Card",
      "Travel Card\nGold Card",
    ],
    [{ private: { includes: "Limit" } }, { private: [] }, "(nothing)", "Limit checked."],
    [{ intent: "get_balance" }, { intent: "card_lost" }, "card_lost", "get_balance"],
    [{ score: 0.97 }, { score: 0.98 }, "at least 0.98", "0.97"],
    [{ outcome: "transfer" }, { outcome: "continue" }, "continue", "transfer"],
    [{ skill: "human-cards" }, { skill: "human-agents" }, "human-agents", "human-cards"],
    [{ remarks: [] }, { remarks: "cut" }, "cut", "(nothing)"],
    [{ queries: 1 }, { queries: 0 }, "0", "1"],
    [{ withinMs: 13 }, { withinMs: 12 }, "at most 12 ms", "13 ms"],
    [{ suggestion: "In five days." }, { suggestion: "In six days." }, "In six days.", "In five days."],
    [
      { briefing: { includes: "In five days." } },
      { briefing: { includes: "blocked" } },
      "… blocked …",
      SEEN.told,
    ],
  ])("holds as %j and not as %j", (right, wrong, expected, seen) => {
    expect(differences(right)).toEqual([]);
    const [what] = Object.keys(wrong);
    expect(differences(wrong)).toEqual([expect.objectContaining({ what, expected, seen })]);
  });

  it("that the same lines come in other messages does not hold, and tells how they come", () => {
    const [difference] = differences({ text: ["a", "b"] }, { text: ["a\nb"] });
    expect(difference).toMatchObject({ expected: '["a","b"]', seen: '["a\\nb"]', isExact: false });
  });

  it("holds a fault for wrong unless it is the expected one", () => {
    const clinc: Partial<Seen> = { fault: "clinc", remarks: ["clinc_error: ask Clinc"] };
    expect(differences(undefined, clinc)).toMatchObject([
      { what: "fault", expected: "(nothing)", seen: "clinc" },
    ]);
    expect(differences({ fault: "network" }, clinc)).toMatchObject([{ expected: "network", seen: "clinc" }]);
    expect(differences({ fault: "clinc" }, clinc)).toEqual([]);
    expect(differences({ fault: "clinc" })).toMatchObject([{ expected: "clinc", seen: "(nothing)" }]);
  });

  it("holds a turn that fails for wrong unless that is expected", () => {
    const failed: Partial<Seen> = { outcome: "failed", remarks: ["TRANSFER_SKILL is missing"] };
    expect(differences(undefined, failed)).toMatchObject([{ what: "outcome", seen: "failed" }]);
    expect(differences({ outcome: "failed" }, failed)).toEqual([]);
  });

  it("holds remarks about content for wrong unless they are expected, or nobody minds", () => {
    const cut = { remarks: ["web: cut"] };
    expect(differences(undefined, cut)).toMatchObject([{ what: "remarks", seen: "web: cut" }]);
    expect(differences({ text: { includes: "It" } }, cut)).toHaveLength(1);
    expect(differences({ remarks: { includes: "cut" } }, cut)).toEqual([]);
    expect(differences(undefined, cut, { isLenient: true })).toEqual([]);
    expect(differences({ remarks: [] }, cut, { isLenient: true })).toHaveLength(1);
  });
});
