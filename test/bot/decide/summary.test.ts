import { describe, expect, it } from "vitest";
import { Conversation } from "../../../src/bot/conversations.ts";
import { agentSummary, rememberForAgent } from "../../../src/bot/decide/summary.ts";
import { parseReply } from "../../../src/clinc/reply.ts";
import { clincBody } from "../../fixtures/clinc-replies.ts";

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

describe("the summary for the agent", () => {
  it("says why, the last intents, and the allowlisted slots, masked", () => {
    const conversation = new Conversation();
    rememberForAgent(conversation, intent("get balance"), reply, ["account", "_Card_Number_"]);
    expect(agentSummary(conversation, "the consumer asked for a person")).toBe(
      [
        "Handed over by the bot: the consumer asked for a person.",
        "Last intents: get balance (0.93)",
        "Details:",
        "- account: Everyday Checking ••••5678",
        "- card number: ••••1111",
      ].join("\n"),
    );
  });

  it("shows no slot that is not allowlisted", () => {
    const conversation = new Conversation();
    rememberForAgent(conversation, intent("get balance"), reply, []);
    expect(agentSummary(conversation, "x")).toBe(
      "Handed over by the bot: x.\nLast intents: get balance (0.93)",
    );
    expect(conversation.slots).toEqual([]);
  });

  it("remembers five intents, and the slots of the last answer that had any", () => {
    const conversation = new Conversation();
    for (const name of ["a", "b", "c", "d", "e", "f"])
      rememberForAgent(conversation, intent(name), reply, ["ACCOUNT"]);
    rememberForAgent(conversation, intent("g"), parseReply(clincBody({ slots: {} })), ["ACCOUNT"]);
    expect(conversation.intents.map((entry) => entry[0])).toEqual(["c", "d", "e", "f", "g"]);
    expect(conversation.slots).toHaveLength(1);
  });

  it("is short even when a slot is long", () => {
    const conversation = new Conversation();
    const long = parseReply(clincBody({ slots: { _ACCOUNT_: ["x".repeat(5000)] } }));
    rememberForAgent(conversation, intent("a"), long, ["ACCOUNT"]);
    expect(agentSummary(conversation, "x").length).toBeLessThan(250);
  });

  it("masks a slot before it is cut, so that no cut leaves a number too short to be known as one", () => {
    const conversation = new Conversation();
    const long = parseReply(clincBody({ slots: { _ACCOUNT_: [`${"x".repeat(94)} 4111111111111111`] } }));
    rememberForAgent(conversation, intent("a"), long, ["ACCOUNT"]);
    expect(agentSummary(conversation, "x")).toContain("x ••••1");
    expect(agentSummary(conversation, "x")).not.toContain("4111");
  });

  it("is one sentence when nothing is known", () => {
    expect(agentSummary(new Conversation(), "the bot cannot reach its AI (key_refused)")).toBe(
      "Handed over by the bot: the bot cannot reach its AI (key_refused).",
    );
  });
});
