import { describe, expect, it } from "vitest";
import { isMet, type Row } from "../../../scripts/bench/row.ts";
import { WHOLE_TURN } from "../../fixtures/bench-row.ts";

describe("a goal", () => {
  it.each<[what: string, goal: Row["goal"], met: boolean | undefined]>([
    ["none", undefined, undefined],
    ["a ratio that is kept", { atMost: 1.25, of: "ratio" }, true],
    ["a ratio that is missed", { atMost: 1.2, of: "ratio" }, false],
    ["a value that is kept", { atMost: 0.1, of: "value" }, true],
    ["a value that is missed", { atMost: 0.04, of: "value" }, false],
  ])("is judged by the median: %s", (_, goal, met) => {
    expect(isMet(goal ? { ...WHOLE_TURN, goal } : WHOLE_TURN)).toBe(met);
  });
});
