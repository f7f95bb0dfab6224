import { expect, it } from "vitest";
import { beside, ownTime } from "../../../../scripts/bench/programs/beside.ts";

it("takes what is done beside a turn off its time", () => {
  const [wall, own] = [performance.now(), ownTime()];
  const outcome = beside(() => {
    const end = performance.now() + 30;
    while (performance.now() < end);
    return "done";
  });
  const [gone, ofThis] = [performance.now() - wall, ownTime() - own];
  expect(outcome).toBe("done");
  expect(gone).toBeGreaterThanOrEqual(30);
  expect(gone - ofThis).toBeGreaterThanOrEqual(29.9);
});
