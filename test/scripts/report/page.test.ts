import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { pageOf } from "../../../scripts/report/page/page.ts";
import { callText, timed, turnText } from "../../fixtures/report-lines.ts";
import { figuresIn } from "../../support/report-of.ts";

async function pageFor(lines: readonly string[]) {
  const html = await pageOf(figuresIn(lines));
  const { document } = parseHTML(html);
  const text = (of: string) => document.querySelector(of)?.textContent?.replace(/\s+/g, " ").trim() ?? "";
  return { html, document, text };
}

const FAILED = { fault: "clinc", intent: "clinc_timeout", score: 0 };

describe("the page", () => {
  it("tells the story in plain sentences at first", async () => {
    const { text } = await pageFor([
      timed(turnText({ conversation: "a" }), 1),
      timed(turnText({ conversation: "b", outcome: "transfer", intent: "agent_handover" }), 2),
    ]);
    expect(text("h1")).toBe("The bot from 1 September to 2 September 2026 (UTC)");
    expect(text(".lead")).toBe(
      "The bot held 2 conversations in 2 turns. It kept 50 % of them to itself and handed 1 over to people. No turn failed. " +
        "Half of the turns took at most 1.2 s, 95 of 100 at most 1.2 s. At this pace September 2026 comes to 58 invocations, less than 0.1 % of the free ones.",
    );
    expect(text(".attention")).toContain("Nothing in this log.");
  });

  it("says what is to be done, in words of the document for operators", async () => {
    const { text } = await pageFor([timed(turnText({ ...FAILED, fault: "settings", intent: "host_wrong" }))]);
    expect(text(".attention li")).toContain(
      "1 turn failed for a wrong setting: host_wrong, last on 1 September.",
    );
    expect(text(".attention .remedy")).toBe("Correct the host secret.");
  });

  it("has headings in order, a table beside each chart, and the chart's description", async () => {
    const { document } = await pageFor([
      timed(turnText(FAILED)),
      timed(turnText({ outcome: "transfer" }), 2),
      callText({ op: "suggestion", event: undefined }),
    ]);
    const levels = [...document.querySelectorAll("h1, h2, h3")].map(({ tagName }) => Number(tagName[1]));
    expect(levels[0]).toBe(1);
    levels.reduce((before, level) => {
      expect(level - before).toBeLessThanOrEqual(1);
      return level;
    });
    const figures = [...document.querySelectorAll("figure")];
    expect(figures.length).toBeGreaterThan(5);
    for (const figure of figures) {
      expect(figure.querySelector("svg")?.getAttribute("aria-label")).toMatch(/^[A-Z].+\.$/);
      expect(figure.querySelectorAll("tbody tr").length).toBeGreaterThan(0);
    }
  });

  it.each([
    [
      "no turn",
      [callText()],
      [/no turn of the bot/, /No faults seen/, /handed nothing over/, /names a channel/],
    ],
    ["no time", [turnText()], [/No line of the log tells a time/, /in a log without times/]],
    ["nothing of the desk", [timed(turnText())], [/No line of the desk or of the slash command/]],
    ["few turns of each intent", [timed(turnText())], [/No intent was seen in 5 turns/]],
    ["one day", [timed(turnText())], [/The bot on 1 September 2026/]],
    [
      "only what an old version told",
      ['[clinc] turn {"said":"words","outcome":"continue"}'],
      [/how long a turn took/, /\(none\)/],
    ],
  ])("says so of a log with %s", async (_, lines, sentences) => {
    const { text } = await pageFor(lines);
    for (const sentence of sentences) expect(text("body")).toMatch(sentence);
  });

  it("carries nothing that a hostile log could run, and no consumer's words", async () => {
    const attack = '</script></style><img src=x onerror="alert(1)">\u2028';
    const words = "my card 4111 1111 1111 1111 is lost";
    const fields = [
      "v",
      "said",
      "outcome",
      "intent",
      "integration",
      "appId",
      "channel",
      "record",
      "conversation",
    ];
    const lines = [attack, words].flatMap((value, index) =>
      fields.map((field, place) => timed(turnText({ [field]: value }), index + 1, place)),
    );
    const others = [
      timed(turnText({ ...FAILED, intent: attack })),
      timed(`[clinc] command {"v":"1","said":"suggestion","status":${JSON.stringify(attack)}}`),
      callText({ op: "suggestion", status: attack, agent: words }),
      callText({ event: attack }),
      `${words} ${attack}`,
    ];
    const { html, document } = await pageFor([...lines, ...others]);
    expect(html).not.toMatch(/onerror|alert\(1\)|4111|is lost/);
    expect(document.querySelectorAll("script, img, link, iframe, [href], [src]")).toHaveLength(0);
    expect(document.querySelectorAll("style")).toHaveLength(1);
    expect(html).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
  });

  it("escapes what it shows of a name that is one", async () => {
    const names = Array.from({ length: 6 }, (_, index) => timed(turnText({ intent: "a&b" }), 1, index));
    const { html, document } = await pageFor(names);
    expect(html).toContain("a&amp;b");
    expect([...document.querySelectorAll("svg text")].map((each) => each.textContent)).toContain("a&b");
  });

  it("stays small with more intents and channels than are told apart", async () => {
    const lines = Array.from({ length: 2_500 }, (_, index) =>
      turnText({ intent: `intent_${index}`, integration: `channel_${index}`, channel: "unknown" }),
    );
    const { html, text } = await pageFor(lines);
    expect(html.length).toBeLessThan(150_000);
    expect(text("#channels")).toContain("others");
  });
});
