import { describe, expect, it } from "vitest";
import { wellFormed, withoutUnseen } from "../../src/runtime/characters.ts";

describe("a text without what nobody sees", () => {
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
