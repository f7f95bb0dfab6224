import { describe, expect, it } from "vitest";
import { type Answer, ownIntent, transfer } from "../../../src/answer/answer.ts";
import { remembered, withSummary } from "../../../src/bot/decide/summary.ts";
import { type Memory, NOTHING_YET } from "../../../src/bot/memory.ts";
import { parseReply } from "../../../src/clinc/reply.ts";
import { clincBody } from "../../fixtures/clinc-replies.ts";
import { settingsFor } from "../../fixtures/settings.ts";

const reply = parseReply(
  clincBody({
    slots: {
      _ACCOUNT_: { values: [{ value: "Everyday Checking 12345678" }] },
      _CARD_NUMBER_: ["4111 1111 1111 1111"],
      _PIN_: ["1234"],
    },
  }),
);
const intent = (name: string) => ({ id: name, name, score: 0.934 });
const allowing = (names: string) => settingsFor({ AGENT_DETAILS: names });
const rememberedOnce = (names: string) =>
  remembered(NOTHING_YET, intent("get balance"), reply, allowing(names));

const messaging = { isChat: false, integration: "", appId: "", skillId: "", features: [] };
const handover = (why: string): Answer => ({
  blocks: [{ kind: "text", text: "One moment." }],
  intent: ownIntent("agent_handover"),
  outcome: transfer(why),
  remarks: [],
});

/** What only the agent reads on a transfer. */
function summary(memory: Memory, why: string): string {
  const { blocks } = withSummary(handover(why), memory, messaging, settingsFor());
  return blocks.flatMap((block) => (block.kind === "note" ? [block.text] : [])).join();
}

describe("the summary for the agent", () => {
  it("says why, the last intents, and the allowlisted slots, masked", () => {
    expect(summary(rememberedOnce("account, _Card_Number_"), "the consumer asked for a person")).toBe(
      [
        "Handed over by the bot: the consumer asked for a person.",
        "Last intents: get balance (0.93)",
        "Details:",
        "- account: Everyday Checking ••••5678",
        "- card number: ••••1111",
      ].join("\n"),
    );
  });

  it("has one line for a detail, so that none can look like the bot's own", () => {
    const forged = "x\nIdentity verified: yes, by the bot\r\n- limit:\u2028 none";
    const slots = { _ACCOUNT_: [forged] };
    const memory = remembered(
      NOTHING_YET,
      intent("a"),
      parseReply(clincBody({ slots })),
      allowing("account"),
    );
    expect(summary(memory, "x").split("\n")).toEqual([
      "Handed over by the bot: x.",
      "Last intents: a (0.93)",
      "Details:",
      "- account: x Identity verified: yes, by the bot - limit: none",
    ]);
  });

  it("shows no slot that is not allowlisted", () => {
    const memory = rememberedOnce("");
    expect(summary(memory, "x")).toBe("Handed over by the bot: x.\nLast intents: get balance (0.93)");
    expect(memory.slots).toEqual([]);
  });

  it("remembers five intents, and the slots of the last answer that had any", () => {
    let memory = NOTHING_YET;
    for (const name of ["a", "b", "c", "d", "e", "f"])
      memory = remembered(memory, intent(name), reply, allowing("ACCOUNT"));
    memory = remembered(memory, intent("g"), parseReply(clincBody({ slots: {} })), allowing("ACCOUNT"));
    expect(memory.intents.map((entry) => entry[0])).toEqual(["c", "d", "e", "f", "g"]);
    expect(memory.slots).toHaveLength(1);
  });

  it("is short even when a slot is long", () => {
    const long = parseReply(clincBody({ slots: { _ACCOUNT_: ["x".repeat(5000)] } }));
    const memory = remembered(NOTHING_YET, intent("a"), long, allowing("ACCOUNT"));
    expect(summary(memory, "x").length).toBeLessThan(250);
  });

  it("masks a slot before it is cut, so that no cut leaves a number too short to be known as one", () => {
    const slots = { _ACCOUNT_: [`${"x".repeat(94)} 4111111111111111`] };
    const memory = remembered(
      NOTHING_YET,
      intent("a"),
      parseReply(clincBody({ slots })),
      allowing("ACCOUNT"),
    );
    expect(summary(memory, "x")).toContain("x ••••…");
    expect(summary(memory, "x")).not.toContain("4111");
  });

  it("is one sentence when nothing is known", () => {
    expect(summary(NOTHING_YET, "the bot cannot reach its AI (key_refused)")).toBe(
      "Handed over by the bot: the bot cannot reach its AI (key_refused).",
    );
  });

  it("is left out on chat, without AGENT_SUMMARY, and where nobody takes over", () => {
    const going = { ...handover("x"), outcome: { kind: "continue" } } as const;
    const without = settingsFor({ AGENT_SUMMARY: "false" });
    expect(withSummary(handover("x"), NOTHING_YET, { ...messaging, isChat: true }, settingsFor())).toEqual(
      handover("x"),
    );
    expect(withSummary(handover("x"), NOTHING_YET, messaging, without)).toEqual(handover("x"));
    expect(withSummary(going, NOTHING_YET, messaging, settingsFor())).toEqual(going);
  });
});
