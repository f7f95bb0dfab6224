import { describe, expect, it, vi } from "vitest";
import { countWords } from "../../src/agent/words.ts";

describe("the number of words", () => {
  it.each([
    ["", 0],
    ["  \n ", 0],
    ["… ?! 👍", 0],
    ["balance", 1],
    ["What's my balance?", 3],
    ["send $20.50 now", 3],
    ["¿Cuál es mi saldo?", 4],
    ["我的余额是多少", 3],
  ])("of %j is %i or more", (text, least) => {
    const count = countWords(text);
    if (least < 3) expect(count).toBe(least);
    expect(count).toBeGreaterThanOrEqual(least);
  });

  it("is counted by blanks where the platform does not tell words", () => {
    vi.stubGlobal("Intl", {});
    try {
      expect(countWords("What's my balance, please ?!")).toBe(4);
      expect(countWords("  👍 ")).toBe(0);
    } finally {
      vi.unstubAllGlobals();
    }
  });
});
