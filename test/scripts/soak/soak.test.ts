import { describe, expect, it } from "vitest";
import { CANARIES } from "../../../scripts/soak/canaries.ts";
import { Chance } from "../../../scripts/soak/chance.ts";
import { deliveries } from "../../../scripts/soak/consumer.ts";
import { Tally } from "../../../scripts/soak/tally.ts";
import type { Invocation } from "../../../scripts/stand-ins/functions/load-function.ts";
import { parseEvent } from "../../../src/liveperson/consumer-turn.ts";
import { runScript } from "../../support/run-script.ts";

function invocation(changes: Partial<Invocation> & { says?: string } = {}): Invocation {
  const { says = "hello", ...others } = changes;
  const context = { intentId: "greet", intentName: "greet", confidenceScore: 1 };
  return { result: { messages: [says], context }, logs: [], milliseconds: 5, ...others };
}

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

describe("the tally of a soak", () => {
  const wrongs: Array<[what: string, happen: (tally: Tally) => void]> = [
    ["throws", (tally) => tally.reply(invocation({ error: new Error("boom") }), false)],
    ["invalid replies", (tally) => tally.reply(invocation({ result: { messages: [] } }), false)],
    ["late replies", (tally) => tally.reply(invocation({ milliseconds: 2_501 }), false)],
    ["leaks", (tally) => tally.reply(invocation({ says: `my ${CANARIES.card}` }), false)],
    [
      "leaks",
      (tally) => tally.reply(invocation({ logs: [{ level: "warn", text: CANARIES.answer }] }), false),
    ],
    [
      "logs over the limit",
      (tally) => tally.reply(invocation({ logs: [{ level: "info", text: "x".repeat(5_001) }] }), false),
    ],
    ["unequal repeats", (tally) => tally.repeat(invocation(), invocation({ says: "bye" }))],
    ["double turns", (tally) => tally.conversation({ arrived: [1, 1], processed: [1, 1], strays: 0 })],
    ["order breaks", (tally) => tally.conversation({ arrived: [1, 3, 2], processed: [1, 3, 2], strays: 0 })],
    ["stray questions", (tally) => tally.conversation({ arrived: [], processed: [], strays: 1 })],
  ];
  it.each(wrongs)("counts %s, and keeps an example", (what, happen) => {
    const tally = new Tally(2_500);
    happen(tally);
    const found = Object.entries(tally.wrongs).filter(([, count]) => count > 0);
    expect(found.map(([name]) => name)).toEqual([what]);
    expect(tally.examples[0]).toContain(`${what}: `);
    expect(tally.isClean).toBe(false);
  });

  it("finds nothing wrong with a query that was sent again, and an answer that stands in a reply", () => {
    const tally = new Tally(2_500);
    tally.reply(invocation({ says: CANARIES.answer }), false);
    tally.repeat(invocation(), invocation());
    tally.conversation({ arrived: [1, 2, 2, 3], processed: [1, 2, 3], strays: 0 });
    expect(tally.isClean).toBe(true);
  });
});

describe("npm run soak", { timeout: 60_000 }, () => {
  it("runs a short day through both built files and finds nothing wrong", async () => {
    const { status, stdout } = await runScript("soak/soak.ts", ["--events", "1200"]);
    expect(stdout).toMatch(/double turns +0\n/);
    expect(stdout.match(/heap /g)).toHaveLength(2);
    expect(status).toBe(0);
  });

  it("refuses a number that is none", async () => {
    const { status, stderr } = await runScript("soak/soak.ts", ["--events", "many"]);
    expect(stderr).toContain("--events is a whole number from 1 on");
    expect(status).toBe(2);
  });
});
