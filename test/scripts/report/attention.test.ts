import { describe, expect, it } from "vitest";
import { ALERTS } from "../../../scripts/report/attention/alerts.ts";
import { attentionTo } from "../../../scripts/report/attention/attention.ts";
import { SLOW_MS } from "../../../scripts/report/count/parts.ts";
import { timed, turnText } from "../../fixtures/report-lines.ts";
import { documentOf } from "../../support/markdown.ts";
import { figuresIn } from "../../support/report-of.ts";

/** So many turns of a day, each of a conversation of its own, those first that are said to be otherwise. */
function dayOf(day: number, count: number, otherwise: number, more: Record<string, unknown>): string[] {
  return Array.from({ length: count }, (_, index) =>
    timed(turnText({ conversation: `c${day}-${index}`, ...(index < otherwise && more) }), day, index),
  );
}

const found = (lines: readonly string[]) =>
  attentionTo(figuresIn(lines)).map(({ level, what, remedy }) => `${level} ${what} ${remedy}`);

describe("attention", () => {
  it("is not called for by a good log", () => {
    expect(found(dayOf(1, 100, 0, {}))).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, number, RegExp]>([
    [
      "one wrong setting",
      { fault: "settings", intent: "host_wrong" },
      1,
      /^act 1 turn failed for a wrong setting: `host_wrong`, last on 1 September\. correct the host secret$/,
    ],
    [
      "more than two failed turns in a hundred",
      { fault: "clinc", intent: "clinc_timeout" },
      3,
      /^act 3\.0 % of the turns failed on 1 September, most often for `clinc_timeout`\. look at Clinc's latency/,
    ],
    [
      "more than five slow turns in a hundred",
      { totalMs: 5_001 },
      6,
      /^act 6\.0 % of the turns took longer than 5\.0 s\./,
    ],
    [
      "a bot that was off and said so",
      { intent: "switched_off", score: 0 },
      1,
      /^look 1 turn came while the bot was off, last on 1 September\. 1 of these turns apologised; their .* kept by the bot\. .*`clinc_off`$/,
    ],
    [
      "a bot that was off and handed over",
      { intent: "switched_off", outcome: "transfer", score: 0 },
      1,
      /^look 1 turn came while the bot was off, last on 1 September\. If it should/,
    ],
    ["a record that fails", { record: "failed" }, 3, /^look The record failed in 3\.0 % of the turns/],
    ["a channel that nobody knows", { channel: "unknown" }, 1, /^look 1 turn came from a channel/],
    [
      "many messages that were not understood",
      { intent: "out_of_scope" },
      11,
      /^look Clinc did not understand 11 % of the messages\./,
    ],
  ])("is called for by %s", (_, more, count, sentence) => {
    expect(found(dayOf(1, 100, count, more))).toEqual([expect.stringMatching(sentence)]);
    const threshold = count > 1 ? dayOf(1, 100, count - 1, more) : dayOf(1, 100, 0, more);
    expect(found(threshold)).toEqual([]);
  });

  it("is called for by a day with twice the usual hand-overs", () => {
    const transfer = { outcome: "transfer", intent: "card_lost" };
    const usual = [1, 2, 3].flatMap((day) => dayOf(day, 100, 10, transfer));
    expect(found([...usual, ...dayOf(4, 100, 19, transfer)])).toEqual([]);
    expect(found([...usual, ...dayOf(4, 100, 20, transfer)])).toEqual([
      expect.stringMatching(
        /^look 20 % of the conversations of 4 September were handed over; 10 % are usual\./,
      ),
    ]);
  });

  it("is called for by a month that needs most of the free invocations", () => {
    const dayLong = (count: number) =>
      Array.from({ length: count }, (_, index) => {
        const at = new Date(Date.UTC(2026, 8, 1) + (index / count) * 86_400_000).toISOString();
        return `${at} ${turnText({ conversation: String(index % 1_000) })}`;
      });
    expect(found(dayLong(4_000))).toEqual([]);
    expect(found(dayLong(4_050))).toEqual([
      expect.stringMatching(/^look .+ comes to 121,500 invocations, 81 %/),
    ]);
    expect(found(dayLong(5_010))).toEqual([expect.stringMatching(/^act .+ comes to 150,300 invocations/)]);
  });

  it("is not called for by a month of which the log has an hour", () => {
    const hour = Array.from({ length: 300 }, (_, index) =>
      timed(turnText({ sequence: String(index) }), 1, index % 60),
    );
    expect(figuresIn(hour).invocations?.share).toBeGreaterThan(1);
    expect(found(hour)).toEqual([]);
  });

  it("is called for by lines that are cut or tell no time", () => {
    const lines = dayOf(1, 100, 0, {});
    const cut = timed(turnText().slice(0, 50));
    expect(found([...lines, cut, cut])).toEqual([expect.stringMatching(/^look Half-written: 2 lines\./)]);
    expect(found([...lines, turnText(), turnText()])).toEqual([
      expect.stringMatching(/^look Without a time, and so in no figure by day: 2 lines\./),
    ]);
  });
});

describe("the alerts of the document for operators", () => {
  it("have the thresholds of the report", () => {
    const table = documentOf("dist/README.md").split("\n### What to alert on\n")[1]?.split("\n## ")[0] ?? "";
    const percents = (share: number) => `${share * 100} %`;
    for (const text of [
      `more than ${percents(ALERTS.faultShare)} in ten minutes`,
      `above ${SLOW_MS.toLocaleString("en")} in more than ${percents(ALERTS.slowShare)}`,
      `in more than ${percents(ALERTS.recordShare)}`,
      `${percents(ALERTS.invocationShare)} of the month's invocations`,
    ])
      expect(table).toContain(text);
  });
});
