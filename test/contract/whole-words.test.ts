import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PROFILES } from "../../src/liveperson/profiles.ts";
import { length } from "../../src/runtime/graphemes.ts";
import { ALL_CHANNELS, shown, textsOf } from "../support/shown.ts";

const RUNS = 25;

const word = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: fc.constantFrom(..."abcé😀,."), minLength: 1, maxLength: 12 }) },
  fc.integer({ min: 1, max: 5_200 }).map((size) => `https://bank.example/${"x".repeat(size)}`),
  fc.integer({ min: 1, max: 1_300 }).map((size) => "😀".repeat(size)),
);
const blank = fc.constantFrom(" ", " ", " ", "\n", "\r\n", "  ", "\n\n", "\u00a0");
/** Words and links of any length, between blanks and line ends. */
const prose = fc
  .array(fc.tuple(fc.array(word, { minLength: 1, maxLength: 10 }), blank), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.map(([words, end]) => words.join(" ") + end).join(""));

/** Where one word ends and the next begins, in characters that are no white space. */
function ends(words: readonly string[]): number[] {
  let at = 0;
  return words.map((one) => {
    at += one.length;
    return at;
  });
}

describe.each(ALL_CHANNELS)("a long text on %s", (channel) => {
  const most = PROFILES[channel].text;

  it("loses nothing, fits, and has no word cut that is shorter than a message", () => {
    fc.assert(
      fc.property(prose, (text) => {
        const messages = textsOf(shown(text, channel).messages);
        for (const message of messages) expect(length(message)).toBeLessThanOrEqual(most);
        const words = text.split(/\s+/).filter((one) => one !== "");
        expect(messages.join("").replace(/\s+/g, "")).toBe(words.join(""));

        const borders = ends(words);
        for (const cut of ends(messages.map((message) => message.replace(/\s+/g, "")))) {
          const index = borders.findIndex((border) => border >= cut);
          if (borders[index] !== cut) expect(length(words[index] ?? "")).toBeGreaterThan(most);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it("is a list whose items are whole: each fits, and a line end is near", () => {
    const item = fc.string({
      unit: fc.constantFrom(..."ab "),
      minLength: 1,
      maxLength: Math.floor(most / 3),
    });
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 12 }), (items) => {
        const lines = items.map((one, index) => `${index + 1}. ${one}`.trimEnd());
        const sent = textsOf(shown(lines.join("\n"), channel).messages).flatMap((message) =>
          message.split("\n"),
        );
        expect(sent).toEqual(lines);
      }),
      { numRuns: RUNS },
    );
  });
});
