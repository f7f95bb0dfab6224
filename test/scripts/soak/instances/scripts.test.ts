import { describe, expect, it } from "vitest";
import type { Asked, Script, Trace, Turn } from "../../../../scripts/soak/instances/play.ts";
import { lists } from "../../../../scripts/soak/instances/scripts/lists.ts";
import { pairs } from "../../../../scripts/soak/instances/scripts/pairs.ts";
import { repeats } from "../../../../scripts/soak/instances/scripts/repeats.ts";
import { returns } from "../../../../scripts/soak/instances/scripts/returns.ts";
import { SCRIPTS } from "../../../../scripts/soak/instances/scripts/scripts.ts";
import {
  neverThree,
  neverTwoFailures,
  threeInARow,
} from "../../../../scripts/soak/instances/scripts/streaks.ts";
import { summaries } from "../../../../scripts/soak/instances/scripts/summaries.ts";

const MESSAGES = [0, 1, 2, 3, 4, 5, 6, 7];

/** Answers to the eight messages in this order, with a transfer in those that are named. */
function answers(transfers: readonly number[] = [], order: readonly number[] = MESSAGES): Turn[] {
  return order.map((message) => ({
    message,
    consumer: ["Here you are."],
    agent: [],
    action: transfers.includes(message) ? 'TRANSFER {"skill":"desk"}' : "",
  }));
}

/** What a script finds in a trace, as `row` or `not row`. */
function findings(script: Script, trace: Partial<Trace>): string[] {
  return script
    .judge({ turns: [], asked: [], ...trace }, script.play())
    .map(([row, happened]) => (happened ? row : `not ${row}`));
}

describe("every script", () => {
  it.each(Object.entries<Script>(SCRIPTS))("has eight messages, each of which is sent: %s", (_, script) => {
    const { messages, groups } = script.play();
    expect(messages).toHaveLength(8);
    expect([...new Set(groups.flat().map(({ message }) => message))]).toEqual(MESSAGES);
  });
});

describe("a script of streaks", () => {
  it.each<[what: string, script: Script, transfers: number[], found: string]>([
    ["the third in a row hands over", threeInARow, [7], "thirdTransfers"],
    ["nothing hands over", threeInARow, [], "not thirdTransfers"],
    ["the second in a row hands over", threeInARow, [6], "not thirdTransfers"],
    ["an earlier one hands over, too", threeInARow, [5, 7], "not thirdTransfers"],
    ["two in a row do not hand over", neverThree, [], "noThree"],
    ["two in a row hand over", neverThree, [4], "not noThree"],
    ["single failures do not hand over", neverTwoFailures, [], "noTwoFailures"],
    ["a single failure hands over", neverTwoFailures, [2], "not noTwoFailures"],
  ])("finds that %s", (_, script, transfers, found) => {
    expect(findings(script, { turns: answers(transfers) })).toEqual([found]);
  });

  it("has the streaks that its rows speak of", () => {
    const kindsOf = (script: Script) =>
      script
        .play()
        .messages.map(({ clinc }) => clinc.kind.slice(0, 3))
        .join(" ");
    expect(kindsOf(threeInARow)).toMatch(/und mis mis mis$/);
    expect(kindsOf(neverThree)).toContain("mis mis");
    expect(kindsOf(neverThree)).not.toContain("mis mis mis");
    expect(kindsOf(neverTwoFailures)).not.toContain("fai fai");
  });
});

describe("the script of repeats", () => {
  const once = MESSAGES.map((message): Asked => ({ message, words: `message #${message}` }));

  it("finds that every message was asked once", () => {
    expect(new Set(findings(repeats, { asked: once }))).toEqual(
      new Set(["repeatLater", "repeatMeanwhile", "repeatSoon", "repeatAtOnce"]),
    );
  });

  it("finds those that were asked twice", () => {
    for (const [message, row] of [
      [1, "repeatLater"],
      [3, "repeatMeanwhile"],
      [5, "repeatSoon"],
      [7, "repeatAtOnce"],
    ] as const) {
      const twice = [once[message] as Asked, ...once];
      expect(findings(repeats, { asked: twice })).toContain(`not ${row}`);
    }
    expect(findings(repeats, { asked: [once[0] as Asked, ...once] }).join()).not.toContain("not ");
  });

  it("sends every other message twice: later, meanwhile, soon, and at once", () => {
    const times = repeats.play().groups.map((group) => group.map(({ afterMs }) => afterMs));
    expect(times).toEqual([[0], [0], [0], [0], [0, 800], [0], [0, 100], [0], [0, 0]]);
  });
});

describe("the script of lists", () => {
  const typed = (words: string): Partial<Trace> => ({ asked: [{ message: 3, words }] });

  it.each([
    ["what it stands for", "the second of list 1", ["numberTaken", "not numberOutdated"]],
    ["itself", "2", ["not numberTaken", "not numberOutdated"]],
    ["words of an older list", "the second of list 0", ["not numberTaken", "numberOutdated"]],
  ])("finds that a number was asked as %s", (_, words, found) => {
    expect(findings(lists, typed(words)).slice(2, 4)).toEqual(found);
  });
});

describe("the script of summaries", () => {
  const INTENTS =
    "transfer money (0.90), card lost (0.90), block card (0.90), order card (0.90), live agent (0.90)";

  it.each([
    ["whole", INTENTS, "Savings", ["lastIntents", "newestDetail", "not outdatedDetail"]],
    [
      "short of an intent",
      INTENTS.slice(23),
      "Savings",
      ["not lastIntents", "newestDetail", "not outdatedDetail"],
    ],
    ["outdated", INTENTS, "Everyday", ["lastIntents", "not newestDetail", "outdatedDetail"]],
  ])("finds a summary that is %s", (_, intents, account, found) => {
    const summary = `Handed over by the bot: live agent.\nLast intents: ${intents}\nDetails:\n- account: ${account}`;
    const turns = answers([7]).map((turn) => (turn.message === 7 ? { ...turn, agent: [summary] } : turn));
    expect(findings(summaries, { turns })).toEqual(found);
  });

  it("finds a summary that is missing", () => {
    expect(findings(summaries, { turns: answers([7]) })).toEqual([
      "not lastIntents",
      "not newestDetail",
      "not outdatedDetail",
    ]);
  });
});

describe("the script of returns", () => {
  it.each([
    ["stays", [6], "noBounce"],
    ["is transferred again", [6, 7], "not noBounce"],
    ["was never transferred", [], "not noBounce"],
  ])("finds that the conversation %s", (_, transfers, found) => {
    expect(findings(returns, { turns: answers(transfers) })).toEqual([found]);
  });
});

describe("the script of pairs", () => {
  it("finds which second message was answered before the first", () => {
    expect(findings(pairs, { turns: answers() })).toEqual(["pairInOrder", "pairAtOnce", "pairInOrder"]);
    expect(findings(pairs, { turns: answers([], [0, 2, 1, 3, 4, 6, 5, 7]) })).toEqual([
      "not pairInOrder",
      "pairAtOnce",
      "not pairInOrder",
    ]);
  });
});
