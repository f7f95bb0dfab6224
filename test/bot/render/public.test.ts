import { describe, expect, it } from "vitest";
import { deliver } from "../../../scripts/stand-ins/functions/connector.ts";
import { type Answer, type Block, ownIntent, transfer } from "../../../src/answer/answer.ts";
import { renderInPublic } from "../../../src/bot/render/public.ts";
import { SOME_POST } from "../../../src/liveperson/post.ts";

const post = { isPublic: true, network: "Facebook", replyToId: "1075_1510", dmChatId: "1072" };
const answer = (blocks: Block[], changes: Partial<Answer> = {}): Answer => ({
  blocks,
  intent: ownIntent("public_post"),
  outcome: { kind: "continue" },
  remarks: [],
  ...changes,
});

describe("what is said in public", () => {
  it("stands in the context, with the post that it answers, and nowhere else", () => {
    const { reply, written, open, remarks } = renderInPublic(
      answer([{ kind: "text", text: "Write to us." }]),
      post,
    );
    expect(reply).toEqual({
      messages: [],
      context: {
        intentId: "public_post",
        intentName: "public post",
        confidenceScore: 0,
        structuredContent: {
          type: "vertical",
          elements: [{ type: "text", text: "Write to us.", alt: "sm-piggyback" }],
        },
        metadata: [
          {
            type: "SocialMessagingEventData",
            channel: "Public",
            replyToId: "1075_1510",
            event: { source: "Facebook", type: "CC" },
            conversationState: { currentChannel: "Public", dmChatId: "1072" },
          },
        ],
      },
    });
    expect(written).toBe(JSON.stringify(reply));
    expect(open).toMatchObject({ shown: [], numbered: [] });
    expect(remarks).toEqual([]);
    expect(deliver(reply, false)).toMatchObject({ inPublic: ["Write to us."], consumer: [], problems: [] });
  });

  it("has each text on a line of its own", () => {
    const blocks: Block[] = [
      { kind: "text", text: "Thank you." },
      { kind: "pause", seconds: 1 },
      { kind: "text", text: "Write to us." },
    ];
    const { reply } = renderInPublic(answer(blocks), post);
    expect(deliver(reply, false).inPublic).toEqual(["Thank you.\nWrite to us."]);
  });

  it("is nothing but texts: no choices, cards, notes for agents, nor an action", () => {
    const blocks: Block[] = [
      { kind: "choices", text: "canary", choices: [{ title: "canary", say: "canary" }] },
      { kind: "card", card: { title: "canary", subtitle: "", text: "", buttons: [] } },
      { kind: "native", content: { type: "text", text: "canary" } },
      { kind: "note", text: "canary" },
    ];
    const { reply, written } = renderInPublic(answer(blocks, { outcome: transfer("canary") }), post);
    expect(written).not.toContain("canary");
    expect(reply).toEqual({
      messages: [{ delay: 1 }],
      context: { intentId: "public_post", intentName: "public post", confidenceScore: 0 },
    });
  });

  it("is nothing where it is not known how to post it", () => {
    const { reply } = renderInPublic(answer([{ kind: "text", text: "Write to us." }]), SOME_POST);
    expect(deliver(reply, false)).toMatchObject({ inPublic: [], consumer: ["(waits 1 s)"], problems: [] });
  });
});
