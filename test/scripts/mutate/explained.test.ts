import { describe, expect, it } from "vitest";
import { afterRun, readExplanations } from "../../../scripts/mutate/explained.ts";
import { filesIn } from "../../../scripts/mutate/files.ts";

const change = (after: string) => ({ place: "src/clinc/late.ts:2:10", before: "return left === 0;", after });
const explanation = (after: string, why = "Nobody is ever early.") => ({
  before: "return left === 0;",
  after,
  why,
});

describe("the explanations of a file, after a run that writes them", () => {
  it("have an empty one for each change that has none, once where the code has it twice", () => {
    const missed = [change("return true;"), change("return false;"), change("return false;")];
    expect(afterRun(missed, [], [explanation("return true;")])).toEqual([
      explanation("return true;"),
      explanation("return false;", ""),
    ]);
  });

  it("are without those of changes that a test notices by now", () => {
    expect(afterRun([], [], [explanation("return true;")])).toEqual([]);
  });

  it("keep those of changes that were not tried", () => {
    expect(afterRun([], [change("return true;")], [explanation("return true;")])).toEqual([
      explanation("return true;"),
    ]);
  });

  it("begin with none", () => {
    expect(afterRun([change("return true;")], [])).toEqual([explanation("return true;", "")]);
  });
});

describe("the explanations of this project", () => {
  it("are of files that are there, and each says why", () => {
    const files = Object.entries(readExplanations());
    for (const [file, explanations] of files) {
      expect(filesIn(file)).toEqual([file]);
      for (const { after, why } of explanations) expect(why.trim(), `${file}  ${after}`).not.toBe("");
    }
  });
});
