import { describe, expect, it } from "vitest";
import { helpText } from "../../../scripts/kit/help-text.ts";

const LONG = "word ".repeat(30).trim();

describe("a help text", () => {
  it("stays as it was written where its lines are short", () => {
    const written =
      "Does this.\nAnd that.\n\n  npm run it\n  npm run it -- --now      at once\n\nExit status: 0";
    expect(helpText(written)).toBe(written);
  });

  it("goes on with a sentence on the next line, from 100 columns", () => {
    expect(helpText(LONG).split("\n")).toEqual(["word ".repeat(20).trim(), "word ".repeat(10).trim()]);
  });

  it("lets what an option means go on below where it begins", () => {
    const [first, second, third] = helpText(
      `  --now      ${LONG}\n             and more\n  --then     later`,
    ).split("\n");
    expect(first).toBe(`  --now      ${"word ".repeat(17).trim()}`);
    expect(second).toBe(`             ${"word ".repeat(13).trim()} and more`);
    expect(third).toBe("  --then     later");
  });

  it("joins the lines of a sentence, and keeps the next sentence apart that begins a line", () => {
    expect(helpText("One goes\non.\nTwo stands alone.")).toBe("One goes on.\nTwo stands alone.");
  });

  it("leaves a word whole that is longer than a line", () => {
    const word = "x".repeat(120);
    expect(helpText(`See ${word} there`)).toBe(`See\n${word}\nthere`);
  });
});
