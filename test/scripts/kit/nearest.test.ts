import { describe, expect, it } from "vitest";
import { didYouMean, nearest } from "../../../scripts/kit/nearest.ts";

describe("the nearest word", () => {
  it.each([
    ["generaton", "generation"],
    ["Generation", "generation"],
    ["dryrun", "dry-run"],
    ["dry_run", "dry-run"],
    ["liev", "live"],
    ["jso", "json"],
  ])("of %s is %s", (written, right) => {
    expect(nearest(written, ["json", "live", "generation", "dry-run"])).toBe(right);
  });

  it.each(["mock", "generate", "js", ""])("is none for %s, which is too far from each", (written) => {
    expect(nearest(written, ["json", "live", "generation", "dry-run"])).toBe("");
  });

  it("is none where there are none", () => {
    expect(nearest("live", [])).toBe("");
  });

  it("stands in a question behind what is wrong", () => {
    expect(didYouMean("lvie", ["live"])).toBe('; did you mean "live"?');
    expect(didYouMean("mock", ["live"])).toBe("");
  });
});
