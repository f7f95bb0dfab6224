import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type * as Graphemes from "../../src/runtime/graphemes.ts";

const FAMILY = "👩‍👩‍👧";
const THUMB = "👍🏽";
const FLAG = "🇩🇪";
const ENGLAND = "🏴󠁧󠁢󠁥󠁮󠁧󠁿";
const RAINBOW = "🏳️‍🌈";
const KEYCAP = "1️⃣";
const ACCENTED = "e\u0301";

/** The platform's older Node versions have no `Intl.Segmenter`; the module keeps the one it found, so it is read anew. */
describe.each(["with", "without"])("%s Intl.Segmenter", (availability) => {
  const original = Intl.Segmenter;
  let graphemes: typeof Graphemes.graphemes;
  let length: typeof Graphemes.length;
  let cut: typeof Graphemes.cut;
  let split: typeof Graphemes.split;

  beforeEach(async () => {
    vi.resetModules();
    if (availability === "without") Reflect.deleteProperty(Intl, "Segmenter");
    ({ graphemes, length, cut, split } = await import("../../src/runtime/graphemes.ts"));
  });

  afterEach(() => {
    Object.defineProperty(Intl, "Segmenter", { value: original, configurable: true, writable: true });
  });

  it("is what the test runs with", () => {
    expect(typeof Intl.Segmenter).toBe(availability === "with" ? "function" : "undefined");
  });

  it.each<[string, string]>([
    ["a letter", "a"],
    ["a surrogate pair", "😀"],
    ["a letter with a combining mark", ACCENTED],
    ["a letter with several marks", "o\u0302\u0323"],
    ["joined emoji", FAMILY],
    ["a flag of two letters", FLAG],
    ["a flag of tags", ENGLAND],
    ["a joined flag", RAINBOW],
    ["a skin tone", THUMB],
    ["a joined skin tone", "👩🏽‍🚀"],
    ["a keycap", KEYCAP],
    ["a variation selector", "❤️"],
    ["a line end of two characters", "\r\n"],
  ])("takes for one character: %s", (_, one) => {
    expect(graphemes(one)).toEqual([one]);
    expect(graphemes(`a${one}${one}b`)).toEqual(["a", one, one, "b"]);
  });

  it("loses nothing, broken text included", () => {
    for (const text of ["", "a\ud83d", "\ude00b", `${FLAG}🇫`, "\u0301a", "\u200d", " \n\t "])
      expect(graphemes(text).join("")).toBe(text);
  });

  it("counts length in code points, as LivePerson does", () => {
    expect(length("")).toBe(0);
    expect(length("😀".repeat(128))).toBe(128);
    expect(length(ACCENTED)).toBe(2);
    expect(length(FAMILY)).toBe(5);
  });

  it("cuts with an ellipsis, which counts as well", () => {
    expect(cut("Everyday", 8)).toBe("Everyday");
    expect(cut("Everyday", 7)).toBe("Everyd…");
    expect(cut("Everyday Checking", 10)).toBe("Everyday…");
    expect(cut("😀".repeat(20), 20)).toBe("😀".repeat(20));
    expect(cut("😀".repeat(21), 20)).toBe(`${"😀".repeat(19)}…`);
    expect(cut("ab", 1)).toBe("…");
    expect(cut("", 5)).toBe("");
  });

  it.each<[string, string]>([
    ["combining marks", ACCENTED],
    ["joined emoji", FAMILY],
    ["keycaps", KEYCAP],
    ["joined flags", RAINBOW],
  ])("never cuts through %s", (_, one) => {
    const text = one.repeat(6);
    for (let most = length(one) + 1; most < length(text); most++) {
      const short = cut(text, most);
      expect(length(short)).toBeLessThanOrEqual(most);
      expect(short).toBe(`${one.repeat((length(short) - 1) / length(one))}…`);
      for (const piece of split(text, most)) expect(piece.replaceAll(one, "")).toBe("");
    }
  });

  it("cuts at white space where there is some, but not far too early", () => {
    expect(split("one two three four", 9)).toEqual(["one two", "three", "four"]);
    expect(split("a abcdefghijklmnop", 10)).toEqual(["a abcdefgh", "ijklmnop"]);
    expect(split("first line\nsecond line", 12)).toEqual(["first line", "second line"]);
  });

  it("keeps a word whole that fits into a piece, however short the piece before it gets", () => {
    const link = `https://bank.example/${"x".repeat(641)}`;
    const words = "word ".repeat(78).trim();
    expect(split(`${words} ${link} and more`, 1000)).toEqual([words, `${link} and more`]);
    expect(split(`a ${"b".repeat(10)} c`, 10)).toEqual(["a", "b".repeat(10), "c"]);
    expect(split(`a ${"😀".repeat(10)} c`, 10)).toEqual(["a", "😀".repeat(10), "c"]);
    expect(split(`${"a".repeat(10)} b`, 10)).toEqual(["a".repeat(10), "b"]);
  });

  it("cuts only a word that fits into no piece, and fills the piece with it", () => {
    expect(split(`a ${"b".repeat(11)} c`, 10)).toEqual(["a bbbbbbbb", "bbb c"]);
  });

  it("keeps the items of a list whole where a line end is near", () => {
    const items = "1. Checking account\n2. Savings account\n3. Joint account";
    expect(split(items, 45)).toEqual(["1. Checking account\n2. Savings account", "3. Joint account"]);
    expect(split(items, 38)).toEqual(["1. Checking account\n2. Savings account", "3. Joint account"]);
    expect(split("1. aaa\r\n2. bb ccc", 10)).toEqual(["1. aaa", "2. bb ccc"]);
  });

  it("cuts at white space where the last line end would leave little", () => {
    expect(split("Hi.\none two three four", 12)).toEqual(["Hi.\none two", "three four"]);
  });

  it("leaves a text that fits as it is", () => {
    expect(split("  one\n two  ", 12)).toEqual(["  one\n two  "]);
    expect(split("😀".repeat(1000), 1000)).toEqual(["😀".repeat(1000)]);
  });

  it("makes nothing of nothing", () => {
    for (const text of ["", " ", "\n\t "]) expect(split(text, 10)).toEqual([]);
  });

  it("splits into pieces that fit and loses nothing but white space", () => {
    const texts = [
      "The quick brown fox jumps over the lazy dog. ".repeat(20),
      "😀 ".repeat(100),
      FAMILY.repeat(30),
      `${ACCENTED}${FLAG}${THUMB}`.repeat(30),
      "x".repeat(500),
      "a\r\n\r\nb\n".repeat(60),
      "\ud83d".repeat(99),
    ];
    for (const text of texts)
      for (const most of [1, 2, 7, 20, 99]) {
        const pieces = split(text, most);
        for (const piece of pieces) expect(length(piece)).toBeLessThanOrEqual(most);
        expect(pieces.every((piece) => piece.trim() !== "")).toBe(true);
        expect(pieces.join("").replace(/\s+/g, "")).toBe(text.replace(/\s+/g, ""));
      }
  });

  it("comes to an end also where a single character does not fit", () => {
    expect(split(ENGLAND, 3).join("")).toBe(ENGLAND);
    expect(split(FAMILY, 1).join("")).toBe(FAMILY);
  });
});

describe("flags, skin tones and blanks at a cut", () => {
  it("stay whole, and no blank message is made of them", async () => {
    const { cut: shorten, split: pieces } = await import("../../src/runtime/graphemes.ts");
    expect(pieces("🇩🇪🇫🇷🇮🇹", 3)).toEqual(["🇩🇪", "🇫🇷", "🇮🇹"]);
    expect(shorten("👍🏽👍🏽👍🏽", 4)).toBe("👍🏽…");
    expect(pieces(`${" ".repeat(6000)}hello`, 5000)).toEqual(["hello"]);
  });
});
