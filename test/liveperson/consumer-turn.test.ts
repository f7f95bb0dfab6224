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

describe("what LivePerson writes in two ways", () => {
  const read = (lpEvent: Record<string, unknown>, lpSdes: Record<string, unknown> = {}) =>
    parseEvent({ payload: { message: "x", convId: "c", context: { lpEvent, lpSdes } } });
  const customer = (authenticatedSdes: Record<string, unknown>) => read({}, { authenticatedSdes }).customerId;

  it("is read in both: the customer's id", () => {
    expect(customer({ customerInfo: { customerInfo: { customerId: "c-1001" } } })).toBe("c-1001");
    expect(customer({ customerInfo: { customerId: 1001 } })).toBe("1001");
    expect(customer(events.chatCustomer(true).authenticatedSdes)).toBe("c-2002");
  });

  it("is no customer's id without a sign-in", () => {
    expect(customer(events.chatCustomer(false).authenticatedSdes)).toBe("");
    expect(customer({ authenticatedParticipantInfo: { customerId: "c-2002" } })).toBe("");
  });

  it("is read in both: the event's number", () => {
    for (const number of [0, 7, "7"]) {
      expect(read({ sequence: number }).sequence).toBe(String(number));
      expect(read({ sequenceId: number }).sequence).toBe(String(number));
    }
  });

  it("is read in both: the skill's id", () => {
    for (const skillId of ["1234567890", 1234567890])
      expect(read({ conversationContext: { skillId } }).origin.skillId).toBe("1234567890");
  });

  it("is read in both: the person's id", () => {
    expect(read({ conversationContext: { visitor: { consumerId: "c0ffee" } } }).visitorId).toBe("c0ffee");
    expect(read({ originatorId: "c0ffee" }).visitorId).toBe("c0ffee");
    expect(read({ conversationContext: { visitor: { sharkVisitorId: "V1" } } }).visitorId).toBe("V1");
  });

  it("is read in both: the text, also without the bot's own field for it", () => {
    for (const lpEvent of [
      { text: "hi", "@type": "line" },
      { event: { type: "ContentEvent", message: "hi" } },
    ])
      expect(parseEvent({ payload: { convId: "c", context: { lpEvent } } }).said).toEqual({
        kind: "words",
        words: "hi",
      });
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
  it.each<[what: string, payload: object, said: object]>([
    ["numbers for texts", { message: 12345, convId: 42 }, { kind: "words", words: "12345" }],
    ["an object for a text", { message: { a: 1 }, convId: "c" }, { kind: "unsupported", what: "blank" }],
    [
      "a text for the context",
      { message: "hi", convId: "c", context: "none" },
      { kind: "words", words: "hi" },
    ],
    [
      "a list and a number in the context",
      { message: "hi", convId: "c", context: { lpEvent: [], lpSdes: 3 } },
      { kind: "words", words: "hi" },
    ],
    [
      "a text for the event",
      { message: "hi", convId: "c", event: "WELCOME" },
      { kind: "words", words: "hi" },
    ],
    [
      "a text for the metadata",
      {
        message: "hi",
        convId: "c",
        context: { lpEvent: { metadata: "x", originatorClientProperties: null } },
      },
      { kind: "words", words: "hi" },
    ],
  ])("is read as far as it goes: %s", (_, payload, expected) => {
    expect(said({ payload })).toEqual(expected);
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
