import { describe, expect, it } from "vitest";
import { CANARIES } from "../../../scripts/soak/canaries.ts";
import { Chance } from "../../../scripts/soak/chance.ts";
import { deliveries } from "../../../scripts/soak/consumer.ts";
import { parseEvent } from "../../../src/liveperson/consumer-turn.ts";

describe("the chances of a soak", () => {
  it("are the same for the same seed, and others for another", () => {
    const day = (seed: number) => {
      const chance = new Chance(seed);
      return [...deliveries("c", false, chance)].map((batch) => batch.map(({ message }) => message));
    };
    expect(day(1)).toEqual(day(1));
    expect(day(1)).not.toEqual(day(2));
  });

  it("bring bursts, and repeats both at once and later", () => {
    const chance = new Chance(3);
    const batches = Array.from({ length: 200 }, () => [...deliveries("c", true, chance)]).flat();
    const numbers = batches.map((batch) => batch.map(({ message }) => message));
    expect(numbers.some((batch) => new Set(batch).size > 1)).toBe(true);
    expect(numbers.some((batch) => new Set(batch).size < batch.length)).toBe(true);
    expect(numbers.some(([first = 0, second = 0]) => second > 0 && second < first)).toBe(true);
  });
});

describe("what is not to be asked", () => {
  const events = (isChat: boolean) => {
    const chance = new Chance(3);
    return Array.from({ length: 100 }, () => [...deliveries("c", isChat, chance)].flat()).flat();
  };
  const unasked = ({ input }: { input: unknown }) => JSON.stringify(input).includes(CANARIES.unasked);

  it("comes with each opening of a chat, and with some posts that everybody can read", () => {
    const openings = events(true).filter(unasked);
    expect(openings).toHaveLength(100);
    for (const { message, input } of openings)
      expect([message, parseEvent(input).said.kind]).toEqual([0, "welcome"]);
    const posts = events(false).filter(unasked);
    expect(posts.length).toBeGreaterThan(0);
    for (const { input } of posts) expect(parseEvent(input).said.kind).toBe("public");
  });
});
