import { describe, expect, it } from "vitest";
import { CANARIES } from "../../../scripts/soak/canaries.ts";
import { Tally } from "../../../scripts/soak/tally.ts";
import type { Invocation } from "../../../scripts/stand-ins/functions/load-function.ts";
import { replySaying } from "../../support/reply.ts";

function invocation(changes: Partial<Invocation> & { says?: string } = {}): Invocation {
  const { says = "hello", ...others } = changes;
  return { result: replySaying(says), logs: [], milliseconds: 5, ...others };
}

function forAgents(text: string) {
  return { text, messageAudience: "AGENTS_AND_MANAGERS" };
}

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
      (tally) => {
        const { messages, context } = replySaying("hello");
        const action = { action: "TRANSFER", actionParameters: { skill: CANARIES.typed } };
        tally.reply(invocation({ result: { messages, context: { ...context, ...action } } }), false);
      },
    ],
    [
      "typed actions",
      (tally) => tally.reply(invocation({ result: replySaying(forAgents(CANARIES.typed)) }), false),
    ],
    ["idle but busy", (tally) => tally.forgotten("c")],
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

  it("finds nothing wrong with a query that was sent again, and with what stands where it may", () => {
    const tally = new Tally(2_500);
    tally.reply(invocation({ says: `${CANARIES.answer} ${CANARIES.typed}` }), false);
    tally.reply(invocation({ result: replySaying(forAgents(CANARIES.agents)) }), false);
    tally.repeat(invocation(), invocation());
    tally.conversation({ arrived: [1, 2, 2, 3], processed: [1, 2, 3], strays: 0 });
    expect(tally.isClean).toBe(true);
  });
});
