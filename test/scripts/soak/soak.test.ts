import { describe, expect, it } from "vitest";
import { countForgotten } from "../../../scripts/soak/aftermath.ts";
import { CANARIES } from "../../../scripts/soak/canaries.ts";
import { Chance } from "../../../scripts/soak/chance.ts";
import { UnreliableClinc } from "../../../scripts/soak/clinc.ts";
import { deliveries } from "../../../scripts/soak/consumer.ts";
import { Tally } from "../../../scripts/soak/tally.ts";
import type { Invocation } from "../../../scripts/stand-ins/functions/load-function.ts";
import { parseEvent } from "../../../src/liveperson/consumer-turn.ts";
import { runScript } from "../../support/run-script.ts";

function invocation(changes: Partial<Invocation> & { says?: string } = {}): Invocation {
  const { says = "hello", ...others } = changes;
  return { result: { messages: [says], context: CONTEXT }, logs: [], milliseconds: 5, ...others };
}

const CONTEXT = { intentId: "greet", intentName: "greet", confidenceScore: 1 };

function forAgents(text: string) {
  return { text, messageAudience: "AGENTS_AND_MANAGERS" };
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

  it("bring conversations back with what the consumer said last, on messaging alone", () => {
    const turnsOf = (isChat: boolean) => {
      const chance = new Chance(4);
      const days = Array.from({ length: 100 }, () => [...deliveries("c", isChat, chance)].flat());
      return days.map((day) => day.map(({ input }) => parseEvent(input)));
    };
    const [messaging, chat] = [turnsOf(false), turnsOf(true)];
    expect(chat.flat().filter(({ said }) => said.kind === "welcome")).toEqual([]);
    const returns = messaging.flatMap((day) =>
      day.flatMap(({ said }, place) =>
        said.kind === "welcome" ? [{ said, before: day[place - 1]?.said }] : [],
      ),
    );
    expect(returns.length).toBeGreaterThan(10);
    for (const { said, before } of returns)
      if (before?.kind === "words") expect(said.lastMessage).toBe(before.words);
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
    [
      "shown confidences",
      (tally) => tally.reply(invocation({ says: `${CANARIES.agents}, look at this` }), false),
    ],
    [
      "typed actions",
      (tally) =>
        tally.reply(
          invocation({
            result: {
              messages: ["hello"],
              context: {
                ...CONTEXT,
                action: "TRANSFER",
                actionParameters: { skill: CANARIES.typed },
              },
            },
          }),
          false,
        ),
    ],
    [
      "typed actions",
      (tally) =>
        tally.reply(
          invocation({ result: { messages: [forAgents(CANARIES.typed)], context: CONTEXT } }),
          false,
        ),
    ],
    ["idle but busy", (tally) => tally.forgotten("c")],
    ["unequal repeats", (tally) => tally.repeat(invocation(), invocation({ says: "bye" }))],
    ["double turns", (tally) => tally.conversation({ arrived: [1, 1], processed: [1, 1] })],
    ["order breaks", (tally) => tally.conversation({ arrived: [1, 3, 2], processed: [1, 3, 2] })],
  ];
  it.each(wrongs)("counts %s, and keeps an example", (what, happen) => {
    const tally = new Tally(2_500);
    happen(tally);
    const found = Object.entries(tally.wrongs).filter(([, count]) => count > 0);
    expect(found.map(([name]) => name)).toEqual([what]);
    expect(tally.examples[0]).toContain(`${what}: `);
    expect(tally.isClean).toBe(false);
  });

  it("finds nothing wrong with a query that was sent again, and with what stands where it may", () => {
    const tally = new Tally(2_500);
    tally.reply(invocation({ says: `${CANARIES.answer} ${CANARIES.typed}` }), false);
    tally.reply(invocation({ result: { messages: [forAgents(CANARIES.agents)], context: CONTEXT } }), false);
    tally.repeat(invocation(), invocation());
    tally.conversation({ arrived: [1, 2, 2, 3], processed: [1, 2, 3] });
    expect(tally.isClean).toBe(true);
  });
});

describe("the count of conversations that are idle but busy", () => {
  /** An instance that answers a message once, as long as its conversation is among those that it has room for. */
  function instanceWithRoomFor(places: number, clinc: UnreliableClinc) {
    const kept: string[] = [];
    return async (input: unknown) => {
      const { conversationId, said } = parseEvent(input);
      const query = said.kind === "words" ? said.words : "";
      if (!kept.includes(conversationId))
        await clinc.respond({
          url: "",
          headers: {},
          body: JSON.stringify({ query, dialog_seed: conversationId }),
        });
      kept.splice(
        0,
        kept.length,
        ...[...kept.filter((id) => id !== conversationId), conversationId].slice(-places),
      );
      return invocation();
    };
  }

  it.each([
    [1_000, 0],
    [999, 0],
    [998, 1],
    [900, 99],
  ])("is, of an instance with room for %i new ones, %i", async (places, forgotten) => {
    const chance = new Chance(5);
    const clinc = new UnreliableClinc(chance);
    const tally = new Tally(2_500);
    await countForgotten({ invoke: instanceWithRoomFor(places, clinc), clinc, tally, chance });
    expect(tally.wrongs["idle but busy"]).toBe(forgotten);
  });
});

describe("npm run soak", { timeout: 60_000 }, () => {
  it("runs a short day through both built files and finds nothing wrong", async () => {
    const { status, stdout } = await runScript("soak/soak.ts", ["--events", "1200"]);
    for (const count of ["double turns", "idle but busy", "shown confidences", "typed actions"])
      expect(stdout.match(new RegExp(`${count} +0\n`, "g"))).toHaveLength(2);
    expect(stdout.match(/heap /g)).toHaveLength(2);
    expect(status).toBe(0);
  });

  it("refuses a number that is none", async () => {
    const { status, stderr } = await runScript("soak/soak.ts", ["--events", "many"]);
    expect(stderr).toContain("--events is a whole number from 1 on");
    expect(status).toBe(2);
  });
});
