import { describe, expect, it } from "vitest";
import { differencesOf, meanOf, quantile, ratioOf, spreadOf } from "../../../scripts/bench/statistics.ts";

describe("the arithmetic", () => {
  it.each<[values: number[], median: number]>([
    [[3], 3],
    [[1, 2], 1.5],
    [[9, 1, 5], 5],
    [[4, 1, 3, 2], 2.5],
    [[10, 9, 1_000, 8], 9.5],
  ])("takes the median of %j, in whatever order", (values, median) => {
    expect(spreadOf(values).median).toBe(median);
  });

  it("takes the quartiles, between two neighbours in proportion", () => {
    expect(spreadOf([1, 2, 3, 4, 5])).toEqual({ median: 3, lower: 2, upper: 4 });
    expect(spreadOf([1, 2, 3, 4])).toEqual({ median: 2.5, lower: 1.75, upper: 3.25 });
    expect(quantile([0, 10], 0.9)).toBe(9);
  });

  it("takes the mean, which one slow turn moves", () => {
    expect(meanOf([1, 1, 1, 1, 96])).toBe(20);
  });

  it("leaves the series as it was", () => {
    const values = [3, 1, 2];
    spreadOf(values);
    expect(values).toEqual([3, 1, 2]);
  });

  it("compares round by round, so that a slow round slows down neither", () => {
    expect(ratioOf([2, 20, 4], [1, 10, 2])).toEqual({ median: 2, lower: 2, upper: 2 });
  });

  it("tells what one takes more, round by round as well", () => {
    expect(differencesOf([3, 20, 5], [1, 19, 2])).toEqual([2, 1, 3]);
    expect(() => differencesOf([1, 2], [1])).toThrow(RangeError);
  });

  it("refuses series that cannot be compared, and an empty one", () => {
    expect(() => ratioOf([1, 2], [1])).toThrow(RangeError);
    expect(() => spreadOf([])).toThrow(RangeError);
  });
});
