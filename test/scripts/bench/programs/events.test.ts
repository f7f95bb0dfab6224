import { describe, expect, it } from "vitest";
import { events } from "../../../../scripts/bench/programs/events.ts";

describe("the events of a benchmark", () => {
  const lpEvent = { sequence: 4, dialogId: "d", skillId: "s" };
  const sample = { headers: [], payload: { message: "hi", convId: "c", context: { lpEvent, lpSdes: {} } } };

  it("are whole, and no two of them the same turn", () => {
    const next = events(sample) as () => typeof sample;
    const made = Array.from({ length: 5_001 }, next);
    const turns = made.map(({ payload }) => `${payload.convId} ${payload.context.lpEvent.sequence}`);
    expect(new Set(turns).size).toBe(5_001);
    expect(new Set(made.map(({ payload }) => payload.convId)).size).toBe(5_000);
    expect(made[5_000]).toEqual({
      headers: [],
      payload: {
        message: "hi",
        convId: made[0]?.payload.convId,
        context: { lpEvent: { sequence: 3, dialogId: made[0]?.payload.convId, skillId: "s" }, lpSdes: {} },
      },
    });
  });

  it("are those of as many conversations as one wants", () => {
    const next = events(sample, 3) as () => typeof sample;
    const made = Array.from({ length: 7 }, next);
    expect(new Set(made.map(({ payload }) => payload.convId)).size).toBe(3);
    expect(made.map(({ payload }) => payload.context.lpEvent.sequence)).toEqual([1, 1, 1, 3, 3, 3, 5]);
  });
});
