import { describe, expect, it } from "vitest";
import { parseEvent } from "../../src/liveperson/consumer-turn.ts";
import * as events from "../fixtures/events.ts";

const said = (input: unknown) => parseEvent(input).said;

describe("the consumer's language", () => {
  const languageOf = (visitor: Record<string, unknown>, lpSdes: Record<string, unknown> = {}) => {
    const input = events.messagingText("hola", {
      lpEvent: { conversationContext: { type: "MESSAGING", visitor } },
    });
    Object.assign(input.payload.context as object, { lpSdes });
    return parseEvent(input).language;
  };
  const inAttribute = (language: unknown) => ({ personalInfo: { personalInfo: { language } } });

  it.each(["es", "es-MX", "es_MX", "ES", " es-419 ", "español"])("is two small letters of %j", (language) => {
    expect(languageOf({ language })).toBe("es");
    expect(languageOf({}, { unauthenticatedSdes: inAttribute(language) })).toBe("es");
  });

  it("is what the browser tells, else the consumer's attributes, signed ones first", () => {
    const unauthenticatedSdes = inAttribute("de");
    const authenticatedSdes = inAttribute("fr");
    expect(languageOf({ language: "es" }, { unauthenticatedSdes, authenticatedSdes })).toBe("es");
    expect(languageOf({}, { unauthenticatedSdes, authenticatedSdes })).toBe("fr");
    expect(languageOf({ language: "" }, { unauthenticatedSdes })).toBe("de");
  });

  it("is found in each shape that an attribute has", () => {
    for (const lpSdes of [
      { unauthenticatedSdes: { personalInfo: { language: "es-MX" } } },
      { authenticatedSdes: { personalInfo: { language: "es-MX" } } },
      { authenticatedSdes: { authenticatedPersonalInfo: { language: "es-MX" } } },
      { authenticatedSdes: { authenticatedPersonalInfo: { personalInfo: { language: "es-MX" } } } },
    ])
      expect(languageOf({}, lpSdes)).toBe("es");
  });

  it("is not told by anything else", () => {
    for (const language of [undefined, null, "", "*", "1", "e", {}, ["es"], true])
      expect(languageOf({ language }, { unauthenticatedSdes: inAttribute(language) })).toBe("");
    expect(languageOf({ language: "*" }, { unauthenticatedSdes: inAttribute("es") })).toBe("es");
    expect(parseEvent(events.minimal("hi")).language).toBe("");
    expect(parseEvent(events.messagingText("hi")).language).toBe("en");
  });
});

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

  it("is nothing that Clinc can read for a file, a location, other rich content and a blank", () => {
    expect(said(events.file())).toEqual({ kind: "unsupported", what: "file" });
    expect(said(events.location())).toEqual({ kind: "unsupported", what: "location" });
    expect(said(events.location('{"type":"vertical","elements":[{"type":"map","la":1,"lo":2}]}'))).toEqual({
      kind: "unsupported",
      what: "location",
    });
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
    expect(said(location)).toEqual({ kind: "unsupported", what: "location" });
  });

  it("is a welcome when a chat opens or a conversation comes back", () => {
    expect(said(events.chatWelcome())).toEqual({ kind: "welcome", lastMessage: "" });
    expect(said(events.transferredIn())).toEqual({ kind: "welcome", lastMessage: "" });
    expect(said(events.transferredIn("I lost my card"))).toEqual({
      kind: "welcome",
      lastMessage: "I lost my card",
    });
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

describe("where it was said", () => {
  it("is chat by the conversation's context, else by the form of the event or of the id", () => {
    const isChat = (input: unknown) => parseEvent(input).origin.isChat;
    expect(isChat(events.messagingText("x"))).toBe(false);
    expect(isChat(events.chatText("x"))).toBe(true);
    expect(isChat(events.minimal("x"))).toBe(false);
    expect(isChat({ payload: { message: "x", convId: events.CHAT_ID } })).toBe(true);
    expect(
      isChat({ payload: { message: "x", convId: "a", context: { lpEvent: { "@type": "line" } } } }),
    ).toBe(true);
  });

  it("tells what is known of the channel and of the person", () => {
    expect(parseEvent(events.messagingText("x"))).toMatchObject({
      visitorId: "c0ffee00",
      customerId: "c-1001",
      origin: {
        integration: "WEB_SDK",
        appId: "webAsync",
        skillId: "1234567890",
        features: expect.arrayContaining(["RICH_CONTENT"]),
      },
    });
  });

  it("falls back to the ids in LivePerson's own event", () => {
    const lpEvent = { conversationId: "from-event", originatorId: 77 };
    const turn = parseEvent({ payload: { message: "x", context: { lpEvent } } });
    expect(turn).toMatchObject({ conversationId: "from-event", visitorId: "77" });
  });
});

describe("a repeat", () => {
  const key = (input: unknown) => parseEvent(input).repeatKey;

  it("is told by dialog, kind, sequence and message", () => {
    expect(key(events.messagingText("hi", { sequence: 5 }))).toBe(
      key(events.messagingText("hi", { sequence: 5 })),
    );
    expect(key(events.messagingText("hi", { sequence: 5 }))).not.toBe(
      key(events.messagingText("hi", { sequence: 6 })),
    );
    expect(key(events.messagingText("hi", { sequence: 5 }))).not.toBe(
      key(events.messagingText("ho", { sequence: 5 })),
    );
    expect(key(events.messagingText("hi", { sequence: 5, lpEvent: { dialogId: "other" } }))).not.toBe(
      key(events.messagingText("hi", { sequence: 5 })),
    );
    expect(key(events.chatText("hi", 0))).not.toBe("");
  });

  it("cannot be told without a sequence", () => {
    expect(key(events.messagingText("hi", { sequence: undefined }))).toBe("");
  });
});

describe("an odd payload", () => {
  it.each([
    [{ payload: { message: 12345, convId: 42 } }, { kind: "words", words: "12345" }],
    [{ payload: { message: { a: 1 }, convId: "c" } }, { kind: "unsupported", what: "blank" }],
    [{ payload: { message: "hi", convId: "c", context: "none" } }, { kind: "words", words: "hi" }],
    [
      { payload: { message: "hi", convId: "c", context: { lpEvent: [], lpSdes: 3 } } },
      { kind: "words", words: "hi" },
    ],
    [{ payload: { message: "hi", convId: "c", event: "WELCOME" } }, { kind: "words", words: "hi" }],
    [
      {
        payload: {
          message: "hi",
          convId: "c",
          context: { lpEvent: { metadata: "x", originatorClientProperties: null } },
        },
      },
      { kind: "words", words: "hi" },
    ],
  ])("%j is read as far as it goes", (input, expected) => {
    expect(said(input)).toEqual(expected);
  });

  it("pollutes no prototype", () => {
    parseEvent(
      JSON.parse(
        '{"payload":{"convId":"c","message":"hi","__proto__":{"polluted":1},"context":{"__proto__":{"polluted":1}}}}',
      ),
    );
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});
