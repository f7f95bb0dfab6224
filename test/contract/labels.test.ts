import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ALL_CHANNELS, labelsOf, shown } from "../support/shown.ts";

const RUNS = 40;
/** The web window draws the first 22 characters of a quick reply's title that is longer than 25. */
const DRAWN_BY_THE_WEB = { whole: 25, beyond: 22 };

/** Labels that a cut, an accent, a blank or an invisible character may make equal, with few different ends. */
const label = fc
  .tuple(
    fc.constantFrom(
      "Transfer to my savings ",
      "Order the insured travel card ",
      "Caf\u00e9 ",
      "Cafe\u0301 ",
      "x".repeat(127),
      "",
    ),
    fc.constantFrom("account", "goal", "a", "b", "a\u200b", "a ", "1", "2", "\u200b"),
  )
  .map(([start, end]) => start + end);
const button = fc.oneof(
  label,
  fc.record({ title: label, say: fc.constantFrom("one", "two", "three") }),
  fc.record({ title: label, link: fc.constantFrom("https://bank.example/1", "https://bank.example/2") }),
);
const buttons = fc.array(button, { minLength: 1, maxLength: 9 });
const card = fc.record({ title: fc.constantFrom("Travel", "Gold", ""), buttons });

const entry = fc.oneof(
  fc.record({ text: fc.constant("Which?"), choices: buttons }),
  fc.record({ card }),
  fc.record({ carousel: fc.array(card, { minLength: 2, maxLength: 4 }) }),
);

/** What a reader sees of it. */
const look = (title: string) =>
  title
    .normalize("NFC")
    .replace(/\p{DI}/gu, "")
    .replace(/\s+/g, " ")
    .trim();

/** The labels of each set of buttons that stand together: quick replies, or those of one card. */
function sets(message: unknown): string[][] {
  const { structuredContent } = message as { structuredContent?: Record<string, unknown> };
  if (!structuredContent) return [];
  const { type, elements } = structuredContent as { type?: string; elements?: unknown[] };
  return labelsOf(type === "carousel" ? (elements ?? []) : [structuredContent]);
}

describe.each(ALL_CHANNELS)("whatever labels an author gives on %s", (channel) => {
  it("no two look the same where they stand together", () => {
    fc.assert(
      fc.property(entry, (given) => {
        for (const message of shown(given, channel).messages)
          for (const labels of sets(message)) {
            const looks = labels.map(look);
            expect(new Set(looks).size, JSON.stringify(labels)).toBe(looks.length);
            expect(looks).not.toContain("");
          }
      }),
      { numRuns: RUNS },
    );
  });

  it("every choice is offered, once, and stays open", () => {
    fc.assert(
      fc.property(entry, (given) => {
        const { open, messages } = shown(given, channel);
        const offered = [...open.shown, ...open.numbered].map(({ title, say }) => `${look(title)}|${say}`);
        if (!("carousel" in given)) expect(new Set(offered).size).toBe(offered.length);
        const items = messages.flatMap((message) => (typeof message === "string" ? message.split("\n") : []));
        for (const [index, { title }] of open.numbered.entries())
          expect(items).toContain(`${index + 1}. ${title}`);
      }),
      { numRuns: RUNS },
    );
  });
});

describe("quick replies in the web window", () => {
  it("look different also where it cuts them itself", () => {
    fc.assert(
      fc.property(buttons, (choices) => {
        for (const message of shown({ text: "Which?", choices }, "web").messages) {
          if (typeof message === "string") continue;
          const drawn = sets(message)
            .flat()
            .map((title) =>
              title.length > DRAWN_BY_THE_WEB.whole ? `${title.slice(0, DRAWN_BY_THE_WEB.beyond)}…` : title,
            );
          expect(new Set(drawn.map(look)).size, JSON.stringify(drawn)).toBe(drawn.length);
        }
      }),
      { numRuns: RUNS * 4 },
    );
  });
});
