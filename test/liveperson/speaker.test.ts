import { describe, expect, it } from "vitest";
import { parseEvent } from "../../src/liveperson/consumer-turn.ts";
import * as events from "../fixtures/events.ts";

const said = (input: unknown) => parseEvent(input).said;
const messaging = (lpEvent: Record<string, unknown>) => said(events.messagingText("hi", { lpEvent }));
const chat = (source: unknown) => {
  const input = events.chatText("hi");
  Object.assign((input.payload.context as { lpEvent: object }).lpEvent, { source });
  return said(input);
};

describe("a message that is not the consumer's", () => {
  it("is an agent's line on chat, and one of the platform's", () => {
    expect(said(events.agentsLine("I will look it up."))).toEqual({ kind: "not_consumer", told: "source" });
    for (const source of ["agent", "system", "System"])
      expect(chat(source)).toEqual({ kind: "not_consumer", told: "source" });
  });

  it("is one for agents, whoever wrote it", () => {
    expect(said(events.privateText("Fraud?"))).toEqual({ kind: "not_consumer", told: "messageAudience" });
    for (const messageAudience of ["AGENTS_AND_MANAGERS", "AGENTS", "SOMEBODY"])
      expect(messaging({ messageAudience })).toEqual({ kind: "not_consumer", told: "messageAudience" });
  });

  it.each(["AGENT", "ASSIGNED_AGENT", "MANAGER", "READER", "CONTROLLER", "agent"])(
    "is one of somebody in the role %s",
    (role) => {
      expect(messaging({ originatorMetadata: { id: "x", role } })).toEqual({
        kind: "not_consumer",
        told: "originatorMetadata.role",
      });
    },
  );

  it("is the bot's own", () => {
    expect(messaging({ __isMe: true })).toEqual({ kind: "not_consumer", told: "__isMe" });
  });

  it("is an answer to the survey after the conversation, wherever the event says so", () => {
    const expected = { kind: "not_consumer", told: "dialogType" };
    expect(said(events.surveyAnswer("5"))).toEqual(expected);
    expect(messaging({ conversationContext: { dialogType: "POST_SURVEY" } })).toEqual(expected);
  });

  it("may be a file, a location or a blank as well", () => {
    for (const input of [events.file("look"), events.location(), events.messagingText("")]) {
      Object.assign((input.payload.context as { lpEvent: object }).lpEvent, { __isMe: true });
      expect(said(input)).toEqual({ kind: "not_consumer", told: "__isMe" });
    }
  });
});

describe("a message is the consumer's", () => {
  it.each<[string, Record<string, unknown>]>([
    ["no role", { originatorMetadata: { id: "x" } }],
    ["the consumer's role", { originatorMetadata: { role: "CONSUMER" } }],
    ["a role that nobody knows", { originatorMetadata: { role: "GUEST" } }],
    ["no originator", { originatorMetadata: null }],
    ["no audience", { messageAudience: undefined }],
    ["an audience of nothing", { messageAudience: "" }],
    ["an audience that is no text", { messageAudience: ["AGENTS"] }],
    ["an audience in small letters", { messageAudience: "all" }],
    ["another dialog", { dialogType: "MAIN", conversationContext: { dialogType: "OTHER" } }],
    ["a word for `__isMe`", { __isMe: "no" }],
    ["a chat's source on messaging", { source: "agent" }],
  ])("with %s", (_, lpEvent) => {
    expect(messaging(lpEvent)).toEqual({ kind: "words", words: "hi" });
  });

  it.each(["visitor", "consumer", "", undefined, 7])("with the source %j on chat", (source) => {
    expect(chat(source)).toEqual({ kind: "words", words: "hi" });
  });

  it("when it opens the conversation, whoever sent that", () => {
    expect(said(events.chatWelcome())).toMatchObject({ kind: "welcome" });
    const opening = events.transferredIn("I lost my card", {
      __isMe: true,
      messageAudience: "AGENTS_AND_MANAGERS",
      originatorMetadata: { role: "CONTROLLER" },
      dialogType: "POST_SURVEY",
    });
    expect(said(opening)).toEqual({ kind: "welcome", lastMessage: "I lost my card" });
  });
});
