import { describe, expect, it } from "vitest";
import { Chance } from "../../../scripts/kit/chance.ts";
import { CANARIES } from "../../../scripts/soak/canaries.ts";
import { deliveries } from "../../../scripts/soak/consumer.ts";
import { parseEvent } from "../../../src/liveperson/consumer-turn.ts";

describe("what comes in during a soak", () => {
  it("is the same for the same seed, and something else for another", () => {
    const day = (seed: number) => {
      const chance = new Chance(seed);
      return [...deliveries("c", false, chance)].map((batch) => batch.map(({ message }) => message));
    };
    expect(day(1)).toEqual(day(1));
    expect(day(1)).not.toEqual(day(2));
  });

  it("has bursts, and repeats both at once and later", () => {
    const chance = new Chance(3);
    const batches = Array.from({ length: 200 }, () => [...deliveries("c", true, chance)]).flat();
    const numbers = batches.map((batch) => batch.map(({ message }) => message));
    expect(numbers.some((batch) => new Set(batch).size > 1)).toBe(true);
    expect(numbers.some((batch) => new Set(batch).size < batch.length)).toBe(true);
    expect(numbers.some(([first = 0, second = 0]) => second > 0 && second < first)).toBe(true);
  });

  it("brings conversations back with what the consumer said last, on messaging alone", () => {
    const turnsOf = (isChat: boolean) => {
      const chance = new Chance(4);
      const days = Array.from({ length: 100 }, () => [...deliveries("c", isChat, chance)].flat());
      return days.map((day) => day.map(({ input }) => parseEvent(input)));
    };
    const [messaging, chat] = [turnsOf(false), turnsOf(true)];
    expect(chat.flat().filter(({ said }) => said.kind === "welcome")).toHaveLength(100);
    const returns = messaging.flatMap((day) =>
      day.flatMap(({ said }, place) =>
        said.kind === "welcome" ? [{ said, before: day.slice(0, place) }] : [],
      ),
    );
    expect(returns.length).toBeGreaterThan(10);
    for (const { said, before } of returns) {
      const first = before.filter(
        (turn, place) => before.findIndex(({ repeatKey }) => repeatKey === turn.repeatKey) === place,
      );
      const last = first.findLast(({ said: earlier }) => earlier.kind !== "welcome")?.said;
      expect(said.lastMessage).toBe(last?.kind === "words" ? last.words : "");
    }
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
