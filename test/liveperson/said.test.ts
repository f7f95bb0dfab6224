import { describe, expect, it } from "vitest";
import { parseEvent } from "../../src/liveperson/consumer-turn.ts";
import * as events from "../fixtures/events.ts";

const said = (input: unknown) => parseEvent(input).said;

describe("what the consumer said", () => {
  it("is the text of a message, on messaging and on chat", () => {
    expect(said(events.messagingText("What is my balance?"))).toEqual({
      kind: "words",
      words: "What is my balance?",
    });
    expect(said(events.chatText("hi there"))).toEqual({ kind: "words", words: "hi there" });
  });

  it("is the published text of a click", () => {
    expect(said(events.click("checking", "choice-1"))).toEqual({ kind: "words", words: "checking" });
  });

  it("is found in the payload of 2019, which has no context", () => {
    const turn = parseEvent(events.minimal("hello"));
    expect(turn).toMatchObject({
      conversationId: events.CONVERSATION_ID,
      said: { kind: "words", words: "hello" },
      repeatKey: "",
    });
  });

  it("is found in LivePerson's own event when the message is missing", () => {
    const input = events.messagingText("What is my balance?");
    Reflect.deleteProperty(input.payload, "message");
    expect(said(input)).toEqual({ kind: "words", words: "What is my balance?" });
  });

  it("is nothing that Clinc can read for a file, other rich content and a blank", () => {
    expect(said(events.file())).toEqual({ kind: "unsupported", what: "file" });
    expect(said(events.location({ type: "vertical", elements: [{ type: "text", text: "x" }] }))).toEqual({
      kind: "unsupported",
      what: "rich_content",
    });
    expect(said(events.messagingText("  \n "))).toEqual({ kind: "unsupported", what: "blank" });
  });

  it("is a file or a location even when the sentinel is missing", () => {
    const file = events.file();
    file.payload.message = "";
    expect(said(file)).toEqual({ kind: "unsupported", what: "file" });
    const location = events.location();
    location.payload.message = "";
    expect(said(location)).toEqual({ kind: "location" });
  });

  it("is a welcome when a chat opens or a conversation comes back", () => {
    expect(said(events.chatWelcome())).toEqual({ kind: "welcome", lastMessage: "" });
    expect(said(events.transferredIn())).toEqual({ kind: "welcome", lastMessage: "" });
    expect(said(events.transferredIn("I lost my card"))).toEqual({
      kind: "welcome",
      lastMessage: "I lost my card",
    });
  });

  it("is never what the platform says in an opening event, wherever that stands", () => {
    const { lpEvent } = events.chatWelcome().payload.context as { lpEvent: Record<string, unknown> };
    const unmarked = { ...lpEvent, isWelcomeEvent: undefined };
    for (const payload of [
      { message: events.CHAT_GREETING, event: { name: "WELCOME" }, context: { lpEvent } },
      { message: events.CHAT_GREETING, context: { lpEvent } },
      { event: { name: "Welcome" }, context: { lpEvent: unmarked } },
      { message: events.CHAT_GREETING, event: { name: "WELCOME" } },
      {
        message: "",
        event: { name: "WELCOME" },
        context: { lpEvent: { event: { message: events.CHAT_GREETING } } },
      },
    ])
      expect(said({ payload: { convId: events.CHAT_ID, ...payload } })).toEqual({
        kind: "welcome",
        lastMessage: "",
      });
  });

  it("is a welcome also when the platform says its word twice", () => {
    const input = events.transferredIn("I lost my card");
    input.payload.message = "welcome";
    expect(said(input)).toEqual({ kind: "welcome", lastMessage: "I lost my card" });
  });

  it("is no welcome when the consumer types the word", () => {
    expect(said(events.messagingText("welcome"))).toEqual({ kind: "words", words: "welcome" });
  });

  it("takes no sentinel for the last message of a conversation that comes back", () => {
    const input = events.transferredIn("com.liveperson.bot-connectors.consumer.send-file");
    expect(said(input)).toEqual({ kind: "welcome", lastMessage: "" });
  });

  it("is a probe without a conversation", () => {
    expect(said(events.probe())).toEqual({ kind: "probe" });
    for (const odd of [
      undefined,
      null,
      7,
      "x",
      [],
      {},
      { payload: null },
      { payload: [] },
      { payload: { convId: {} } },
    ]) {
      expect(said(odd)).toEqual({ kind: "probe" });
    }
  });
});

describe("a file", () => {
  it("says its caption", () => {
    expect(said(events.file("Why was I charged this?\n"))).toEqual({
      kind: "words",
      words: "Why was I charged this?",
    });
    const unnamed = events.file("Why?");
    unnamed.payload.message = "";
    expect(said(unnamed)).toEqual({ kind: "words", words: "Why?" });
  });

  it("is a file when nobody sees anything in its caption, or it has none", () => {
    for (const caption of ["", " \n", "\u200b", null, { a: 1 }])
      expect(said(events.file(caption as string))).toEqual({ kind: "unsupported", what: "file" });
  });
});

describe("a text", () => {
  it.each(["\u200b", "\u200f\u2060", "\u00ad", "\u3164", "\u2800", " \ufeff\u00a0\n"])(
    "that nobody can see is blank: %j",
    (unseen) => {
      expect(said(events.messagingText(unseen))).toEqual({ kind: "unsupported", what: "blank" });
      expect(said(events.chatText(unseen))).toEqual({ kind: "unsupported", what: "blank" });
    },
  );

  it("stays as it is when only some of it cannot be seen", () => {
    expect(said(events.messagingText("\u200fhi\u200b there"))).toMatchObject({
      words: "\u200fhi\u200b there",
    });
  });

  it("has U+FFFD in place of half a character, wherever it comes from", () => {
    expect(said(events.messagingText("hi \ud83d"))).toEqual({ kind: "words", words: "hi \ufffd" });
    expect(said(events.file("\ude00 what?"))).toEqual({ kind: "words", words: "\ufffd what?" });
    expect(said(events.transferredIn("\ud83d?"))).toEqual({ kind: "welcome", lastMessage: "\ufffd?" });
  });
});

describe("what everybody can read", () => {
  const post = { isPublic: true, network: "Facebook", replyToId: "1075_1510", dmChatId: "1072" };

  it("is a post, whatever it is, and what it says is left behind", () => {
    const metadata = [events.socialData("Facebook", "Public")];
    const publicly = (input: ReturnType<typeof events.file>) => {
      const { lpEvent } = input.payload.context as { lpEvent: Record<string, unknown> };
      lpEvent.metadata = [...((lpEvent.metadata as unknown[] | undefined) ?? []), ...metadata];
      return input;
    };
    for (const input of [
      events.messagingText("canary"),
      events.click("canary", "choice-1"),
      events.file("canary"),
      events.file(),
      events.location(),
      events.messagingText(" "),
      events.chatText("canary"),
      events.chatWelcome(),
      events.transferredIn("canary"),
    ])
      expect(said(publicly(input))).toEqual({ kind: "public", post });
  });

  it("is not what others write there", () => {
    const input = events.social("hi");
    Object.assign(input.payload.context as object, {
      lpEvent: { metadata: [events.socialData("Facebook", "Public")], __isMe: true },
    });
    expect(parseEvent(input)).toMatchObject({ said: { kind: "not_consumer", told: "__isMe" } });
    expect(parseEvent(input)).not.toHaveProperty("isPublic");
  });

  it("is told by the event, or not at all", () => {
    expect(parseEvent(events.social("hi")).isPublic).toBe(true);
    expect(parseEvent(events.social("hi", { channel: "Private" })).isPublic).toBe(false);
    expect(parseEvent(events.messagingText("hi"))).not.toHaveProperty("isPublic");
  });
});
