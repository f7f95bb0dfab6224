import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { UnderWay } from "../../../scripts/kit/under-way.ts";

it("shows each its own value, however they overlap, and none outside", async () => {
  const names = new UnderWay<string>();
  const work = (milliseconds: number) => async () => {
    const before = names.value;
    await setTimeout(milliseconds);
    return [before, names.value];
  };
  const all = [names.during("a", work(5)), names.during("b", work(1)), names.during("c", work(3))];
  expect(names.value).toBeUndefined();
  expect(await Promise.all(all)).toEqual([
    ["a", "a"],
    ["b", "b"],
    ["c", "c"],
  ]);
  expect(names.value).toBeUndefined();
  expect(await names.during("d", work(1))).toEqual(["d", "d"]);
});

it("goes on for the others when one fails", async () => {
  const names = new UnderWay<string>();
  const other = names.during("other", async () => {
    await setTimeout(5);
    return names.value;
  });
  const failing = names.during("failing", async () => {
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  expect(await other).toBe("other");
});
