import { describe, expect, it } from "vitest";
import { deliver } from "../../../scripts/stand-ins/functions/connector.ts";
import type { Answer, Block, Outcome } from "../../../src/answer/answer.ts";
import { MissingSkill } from "../../../src/bot/render/action.ts";
import { render } from "../../../src/bot/render/render.ts";
import type { Channel } from "../../../src/liveperson/channel.ts";
import { settingsFor } from "../../fixtures/settings.ts";
import { choice, quickReplies, text, vertical } from "../../support/content.ts";

function answer(blocks: Block[], outcome: Outcome = { kind: "continue" }): Answer {
  return { blocks, intent: { id: "get_balance", name: "get balance", score: 0.93 }, outcome, remarks: [] };
}

function rendered(given: Answer, channel: Channel = "web", skill = "human-agents") {
  const rendering = render(given, channel, settingsFor({ TRANSFER_SKILL: skill }));
  expect(deliver(rendering.reply, channel === "chat").problems).toEqual([]);
  return rendering;
}

const intent = { intentId: "get_balance", intentName: "get balance", confidenceScore: 0.93 };
const transfer: Outcome = { kind: "transfer", skill: "", agentId: "", why: "x" };

describe("an answer in LivePerson's terms", () => {
  it("keeps the order of what is said", () => {
    const content = text("card");
    const metadata = [{ type: "ExternalId", id: "card-1" }];
    const blocks: Block[] = [
      { kind: "text", text: "one" },
      { kind: "pause", seconds: 2, typing: false },
      { kind: "native", content, metadata, encodedMetadata: "eyJhIjoxfQ==" },
      { kind: "note", text: "for the agent" },
      { kind: "pause", seconds: 1 },
    ];
    expect(rendered(answer(blocks)).reply).toEqual({
      messages: [
        "one",
        { delay: 2, typing: false },
        { structuredContent: content, metadata, encodedMetadata: "eyJhIjoxfQ==" },
        { text: "for the agent", messageAudience: "AGENTS_AND_MANAGERS" },
        { delay: 1 },
      ],
      context: intent,
    });
  });

  it("passes an author's content on as it was written", () => {
    const content = { ...vertical(text("a")), border: "dropShadow" };
    const [message] = rendered(answer([{ kind: "native", content }])).reply.messages;
    expect(message).toEqual({ structuredContent: content });
  });

  it.each<[string, Outcome, unknown]>([
    [
      "a transfer to the configured skill",
      transfer,
      { action: "TRANSFER", actionParameters: { skill: "human-agents" } },
    ],
    [
      "a transfer to the author's skill and agent",
      { ...transfer, skill: "human-cards", agentId: "123" },
      { action: "TRANSFER", actionParameters: { skill: "human-cards", agentId: "123" } },
    ],
    ["a close", { kind: "close", withoutSurvey: false }, { action: "CLOSE_CONVERSATION" }],
    [
      "a close without survey",
      { kind: "close", withoutSurvey: true },
      { action: "CLOSE_CONVERSATION", actionParameters: { withoutPcs: true } },
    ],
    [
      "a change of the response time",
      { kind: "native", action: "CHANGE_TTR", parameters: { ttrType: "URGENT" } },
      { action: "CHANGE_TTR", actionParameters: { ttrType: "URGENT" } },
    ],
  ])("carries %s", (_, outcome, expected) => {
    expect(rendered(answer([{ kind: "text", text: "x" }], outcome)).reply.context).toEqual({
      ...intent,
      ...(expected as object),
    });
  });

  it("may be an action without a word", () => {
    expect(rendered(answer([], { kind: "close", withoutSurvey: false })).reply.messages).toEqual([]);
  });

  it("puts a text's encoded metadata where the connector looks for it", () => {
    const blocks: Block[] = [{ kind: "text", text: "hi", encodedMetadata: "eyJhIjoxfQ==" }];
    expect(rendered(answer(blocks)).reply.context).toEqual({ ...intent, encodedMetadata: "eyJhIjoxfQ==" });
    expect(rendered(answer(blocks), "chat").reply.context).toEqual(intent);
  });

  it("fails on purpose for a transfer without any skill, and names the remedy", () => {
    const { failure, remarks } = rendered(answer([], transfer), "web", "");
    expect(failure).toBeInstanceOf(MissingSkill);
    expect(String(failure)).toMatch(
      /^MissingSkill: .*set the environment variable TRANSFER_SKILL .*or name one in the author's TRANSFER.*Until then LivePerson escalates/,
    );
    expect(remarks).toEqual([failure?.message]);
    expect(rendered(answer([], transfer)).failure).toBeUndefined();
  });
});

describe("an answer with nothing left to say", () => {
  it("says nothing in the documented way, since an empty reply would escalate", () => {
    const { reply } = rendered(answer([{ kind: "note", text: "secret" }]), "chat");
    expect(reply.messages).toEqual([{ delay: 1 }]);
  });
});

describe("on chat", () => {
  const content = quickReplies("Which account?", [choice("Checking"), choice("Savings")]);

  it("quick replies become a text that asks for the words, or the whole turn would fail", () => {
    expect(rendered(answer([{ kind: "native", content }]), "chat").reply.messages).toEqual([
      "Which account?\nPlease answer with one of these:\n1. Checking\n2. Savings",
    ]);
  });

  it("encoded metadata is left out, which is for messaging only", () => {
    const content = text("x");
    const block: Block = { kind: "native", content, encodedMetadata: "eyJhIjoxfQ==" };
    expect(rendered(answer([block]), "chat").reply.messages).toEqual([{ structuredContent: content }]);
  });

  it("nothing private is sent, and the operator is told", () => {
    const { reply, remarks } = rendered(
      answer([
        { kind: "text", text: "x" },
        { kind: "note", text: "secret" },
      ]),
      "chat",
    );
    expect(reply.messages).toEqual(["x"]);
    expect(remarks).toEqual(["a private text is for messaging only and was left out on chat"]);
  });

  it("the response time stays as it is, and the operator is told", () => {
    const outcome: Outcome = { kind: "native", action: "CHANGE_TTR", parameters: { ttrType: "URGENT" } };
    const { reply, remarks } = rendered(answer([{ kind: "text", text: "x" }], outcome), "chat");
    expect(reply.context).toEqual(intent);
    expect(remarks).toEqual(["CHANGE_TTR is for messaging only and was left out on chat"]);
  });

  it("another function is invoked as on messaging", () => {
    const parameters = { lambdaUuid: "4a1e-7c", payload: { reason: "fraud" }, failOnError: false };
    const outcome: Outcome = { kind: "native", action: "INVOCATION", parameters };
    const { reply, remarks } = rendered(answer([{ kind: "text", text: "x" }], outcome), "chat");
    expect(reply.context).toEqual({ ...intent, action: "INVOCATION", actionParameters: parameters });
    expect(remarks).toEqual([]);
  });
});

describe("a long text that ends in what nobody sees", () => {
  it("brings no message that nobody would see", () => {
    const unseen = "\u200b".repeat(5_000);
    const { messages } = rendered(answer([{ kind: "text", text: `Hello ${unseen}` }]), "sms").reply;
    expect(messages).toEqual([expect.stringMatching(/^Hello/)]);
  });
});
