import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitted } from "../../../src/agent/command/fit.ts";
import { length } from "../../../src/runtime/graphemes.ts";

describe("lines that have to fit", () => {
  it("are all there where they do, to the last character", () => {
    expect(fitted(["abc", "def"], 7)).toBe("abc\ndef");
    expect(fitted(["abc", "def"], 6)).toBe("abc\n…");
    expect(fitted([], 7)).toBe("");
  });

  it("are whole from the first on, with a sign for the rest", () => {
    const line = fc.string({ unit: "grapheme", maxLength: 12 }).map((text) => text.replace(/[\n…]/g, ""));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.integer({ min: 10, max: 60 }), (lines, most) => {
        const text = fitted(lines, most);
        expect(length(text)).toBeLessThanOrEqual(most);
        const isWhole = length(lines.join("\n")) <= most;
        const kept = isWhole ? text.split("\n") : text.split("\n").slice(0, -1);
        if (isWhole) expect(text).toBe(lines.join("\n"));
        else expect(text.endsWith("…")).toBe(true);
        if (kept.length > 1) expect(kept).toEqual(lines.slice(0, kept.length));
      }),
    );
  });

  it("are cut where already the first does not fit", () => {
    expect(fitted(["abcdefghij"], 5)).toBe("abcd…");
    expect(fitted(["abcdefghij", "k"], 7)).toBe("abcd…\n…");
  });
});
