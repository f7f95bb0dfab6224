import { describe, expect, it } from "vitest";
import { oneLine } from "../../src/runtime/one-line.ts";

describe("a text on one line", () => {
  it.each([
    ["a\nb", "a b"],
    ["a\r\n\t b", "a b"],
    ["a\u2028b\u2029c\u0085d", "a b c d"],
    ["a\u0000\u001b[31mb", "a [31mb"],
    ["a\u202eb\u2066c", "a b c"],
    [" \u00a0 a \u3000 ", "a"],
    ["plain text, 5 % · übrig", "plain text, 5 % · übrig"],
    ["", ""],
  ])("has no line end, control or direction mark: %j", (text, line) => {
    expect(oneLine(text)).toBe(line);
  });
});
