import { describe, expect, it } from "vitest";
import { partingOf } from "../../../scripts/replay/parting.ts";

describe("where two texts part", () => {
  it.each<[what: string, expected: string, seen: string, lines: string[]]>([
    [
      "a word is underlined that is other",
      "Your card is red now",
      "Your card is blue now",
      ["- Your card is red now", "+ Your card is blue now", "               ^^^^"],
    ],
    [
      "a word is marked that is missing, where it should be",
      "one two three",
      "one three",
      ["- one two three", "+ one three", "      ^"],
    ],
    [
      "lines are shown around a line that is other, and dots for the rest",
      "a\nb\nc\nd\ne\nf",
      "a\nb\nc\nX\ne\nf",
      ["  …", "  c", "- d", "+ X", "  ^", "  e", "  …"],
    ],
    ["a line is shown that is there besides", "a", "a\nb", ["  a", "+ b"]],
    ["a line is shown that is missing", "a\nb", "a", ["  a", "- b"]],
    ["lines stand one below the other where there are more or less", "a\nb", "c", ["- a", "- b", "+ c"]],
  ])("%s", (_, expected, seen, lines) => {
    expect(partingOf(expected, seen)).toEqual(lines);
  });

  it("a long line is cut short before the place", () => {
    const [expected, seen, marks] = partingOf(`${"word ".repeat(50)}end`, `${"word ".repeat(50)}fin`);
    expect(expected).toMatch(/^- …(ord|word| )+end$/);
    expect(seen?.length).toBeLessThan(60);
    expect(seen?.slice(marks?.indexOf("^"))).toBe("fin");
  });

  it("signs of two code units count as one", () => {
    const [, seen, marks] = partingOf("👋 you", "👋 me");
    expect([seen, marks]).toEqual(["+ 👋 me", "    ^^"]);
  });
});
