import { describe, expect, it } from "vitest";
import { isBlank, oneLine, wellFormed, withoutUnseen } from "../../src/runtime/characters.ts";

/** A zero-width space, a mark of direction, a byte order mark, a soft hyphen, a Hangul filler, the blank of Braille. */
const UNSEEN = "\u200b\u200f\ufeff\u00ad\u3164\u2800";

describe("a text that nobody would see", () => {
  it("is white space, controls and characters without a shape, in any number", () => {
    for (const text of ["", " \n\t", "\u00a0", "\u0007", ...UNSEEN, UNSEEN.repeat(1000)])
      expect(isBlank(text), JSON.stringify(text)).toBe(true);
  });

  it("is none with a single character that has one", () => {
    for (const text of ["a", `${UNSEEN}.`, "\u0301", "❤️", "\ud83d"]) expect(isBlank(text)).toBe(false);
  });
});

describe("a text on one line", () => {
  it("has one blank for every run of white space, line ends and controls", () => {
    expect(oneLine(" Savings\r\n2. Transfer\u2028all \t of\u0085it\u0000 ")).toBe(
      "Savings 2. Transfer all of it",
    );
    expect(oneLine("Savings")).toBe("Savings");
  });
});

describe("a text without what nobody sees", () => {
  it("has all that is seen", () => {
    expect(withoutUnseen(`Sav${UNSEEN}ings 7`)).toBe("Savings 7");
  });
});

describe("what nobody sees", () => {
  it.each([
    ["a blank of no width", "\u200b"],
    ["a joiner", "\u200d"],
    ["a mark of direction", "\u200f"],
    ["an isolate", "\u2068"],
    ["a soft hyphen", "\u00ad"],
    ["a byte order mark", "\ufeff"],
    ["a variation selector", "\ufe0f"],
    ["a Hangul filler", "\u3164"],
    ["a blank of Braille", "\u2800"],
    ["a tag", "\u{e0062}"],
  ])("goes without %s", (_, unseen) => {
    expect(withoutUnseen(`a${unseen}b${unseen}`)).toBe("ab");
  });

  it("keeps everything else, blanks and line ends too", () => {
    const text = "İ é  ß\n\u00a0٢ 👩 ½";
    expect(withoutUnseen(text)).toBe(text);
  });
});

describe("a well-formed text", () => {
  it("has U+FFFD in place of each half of a pair", () => {
    expect(wellFormed("a\ud83d")).toBe("a\ufffd");
    expect(wellFormed("\ude00b\ud83d\ud83d\ude00")).toBe("\ufffdb\ufffd😀");
  });

  it("keeps what was well-formed", () => {
    expect(wellFormed("Zoë 👩‍👩‍👧 𝟚")).toBe("Zoë 👩‍👩‍👧 𝟚");
  });
});
