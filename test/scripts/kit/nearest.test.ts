import { describe, expect, it } from "vitest";
import { meant, nearest } from "../../../scripts/kit/nearest.ts";

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
    expect(nearest(written, ["json", "live", "generation", "dry-run"])).toBeUndefined();
  });

  it("is none where there are none", () => {
    expect(nearest("live", [])).toBeUndefined();
  });

  it("stands in a question behind what is wrong", () => {
    expect(meant("lvie", ["live"])).toBe("; is live meant?");
    expect(meant("mock", ["live"])).toBe("");
  });
});
