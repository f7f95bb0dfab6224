import { Channels, RichContentValidator } from "@livepersoninc/rich-content-validator";
import { describe, expect, it } from "vitest";
import {
  BadConversation,
  OWN_CONVERSATIONS,
  ownConversation,
  readConversation,
} from "../../../scripts/conversations/read-conversation.ts";
import { parseEvent } from "../../../src/liveperson/consumer-turn.ts";
import { CONVERSATION_ID, messagingText } from "../../fixtures/events.ts";
import { temporaryFile } from "../../support/temporary-files.ts";

const ANY_UUID = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

type LpEvent = { metadata: Array<Record<string, unknown>> };

function read(content: unknown) {
  return readConversation(temporaryFile("conversation.json", content));
}

function payloads(content: unknown): Array<Record<string, unknown>> {
  return read(content).events.map(({ input }) => (input as { payload: Record<string, unknown> }).payload);
}

/** The message of the faultOfAnswer, without the folder of the file. */
function refusalOf(content: unknown): string {
  const file = temporaryFile("bad.json", content);
  try {
    readConversation(file);
  } catch (error) {
    expect(error).toBeInstanceOf(BadConversation);
    const { message } = error as Error;
    expect(message.startsWith(`${file} `)).toBe(true);
    return message.slice(file.length + 1);
  }
  throw new Error("The file was taken");
}

describe("the project's own conversations", () => {
  const names = OWN_CONVERSATIONS;

  it("are at least five, numbered in the order of their replay", () => {
    expect(names.length).toBeGreaterThanOrEqual(5);
    for (const name of names) expect(name).toMatch(/^\d+-[a-z-]+$/);
  });

  it.each(names)("can be read: %s", (name) => {
    const { title, events } = readConversation(ownConversation(name));
    expect(title).not.toBe("");
    expect(events.length).toBeGreaterThan(0);
    const ofConsumer = events.filter(({ by }) => by === "consumer");
    const ids = new Set(ofConsumer.map(({ input }) => parseEvent(input).conversationId));
    expect([...ids], "one conversation, and no connection test").toEqual([expect.stringMatching(/./)]);
  });

  it("are on messaging and on chat", () => {
    const surfaces = names.map((name) => readConversation(ownConversation(name)).isChat);
    expect(new Set(surfaces)).toEqual(new Set([true, false]));
  });
});

describe("a conversation", () => {
  it("may set the function's variables, those of another language too", () => {
    const environment = { CLINC_LANGUAGE: "en, es", APOLOGY_MESSAGE_ES: "Lo siento." };
    expect(read({ title: "Balance", environment, turns: ["hola"] }).environment).toEqual(environment);
  });

  it.each(["messaging", "chat"])("tells the consumer's language with each event on %s", (surface) => {
    const turns = [{ welcome: "" }, "hola", { file: "" }, { file: "¿Cuál es mi saldo?" }];
    const { events } = read({ title: "Saldo", surface, language: "es-ES", turns });
    expect(events.map(({ input }) => parseEvent(input).language)).toEqual(["es", "es", "es", "es"]);
  });

  it("tells it as a browser does on messaging, and tells none where none is written", () => {
    const languageOf = (language?: string) => {
      const [first] = payloads({ title: "Saldo", language, turns: ["hola"] });
      const { context } = first as { context: { lpEvent: Record<string, unknown>; lpSdes: unknown } };
      return [context.lpEvent.conversationContext, context.lpSdes];
    };
    expect(languageOf("es-ES")).toEqual([
      expect.objectContaining({ visitor: { consumerId: "c0ffee00", language: "es-ES" } }),
      { unauthenticatedSdes: { personalInfo: { personalInfo: { language: "es-ES" } } } },
    ]);
    expect(languageOf()).toEqual([expect.objectContaining({ visitor: { consumerId: "c0ffee00" } }), {}]);
  });

  it("may say what Clinc answers and what to expect, beside whatever happens", () => {
    const beside = { clinc: { text: "Hi." }, expect: { text: "Hi." } };
    const turns = [{ say: "hello" }, { post: "hello", on: "Twitter" }, { file: "" }, { agent: "/clinc" }];
    const { events } = read({ title: "A", turns: turns.map((turn) => ({ ...turn, ...beside })) });
    expect(events.map(({ said }) => said)).toEqual(["hello", "(in public) hello", "(file)", "/clinc"]);
    for (const event of events) expect(event).toMatchObject(beside);
  });

  it("may say it beside a payload, and LivePerson hears nothing of it", () => {
    const payload = { message: "hello", context: { lpEvent: {}, lpSdes: {} } };
    const beside = { clinc: { text: "Hi." }, expect: {} };
    const written = [{ ...payload, ...beside }];
    expect(read(written).events).toMatchObject([{ said: "hello", ...beside }]);
    expect(payloads(written)).toEqual([{ ...payload, convId: ANY_UUID }]);
  });

  it("may be one turn alone, of which only Clinc's answer is written", () => {
    expect(read({ clinc: { text: "Hi." } }).events).toMatchObject([
      { said: "hello", clinc: { text: "Hi." } },
    ]);
  });

  it("may name its schema, for editors", () => {
    expect(read({ $schema: "./conversation.schema.json", title: "A", turns: ["hi"] })).not.toHaveProperty(
      "$schema",
    );
  });

  it("is on another channel when it is asked for, where nothing of it is expected", () => {
    const file = temporaryFile("a.json", { title: "A", turns: [{ say: "hi", expect: { text: "Hi." } }] });
    const onChat = readConversation(file, "chat");
    expect(onChat).toMatchObject({ isChat: true, environment: { CHANNEL: "chat" } });
    expect(parseEvent(onChat.events[0]?.input).origin.isChat).toBe(true);
    expect(onChat.events[0]).not.toHaveProperty("expect");
  });

  it("has one instance and no record, unless it says so", () => {
    const turns = ["hello"];
    expect(read({ title: "Alone", turns })).toMatchObject({ instances: 1, record: false });
    const file = { title: "Together", instances: 8, record: true, turns };
    expect(read(file)).toMatchObject({ instances: 8, record: true });
  });

  it("makes a whole messaging event of each text", () => {
    const conversation = read({ title: "Balance", turns: ["What is my balance?", "Savings"] });
    expect(conversation).toMatchObject({ title: "Balance", isChat: false, environment: {} });
    expect(conversation.events.map(({ said }) => said)).toEqual(["What is my balance?", "Savings"]);
    const [first, second] = conversation.events.map(({ input }) => input as { payload: { convId: string } });
    expect(first).toEqual({
      timestamp: expect.any(Number),
      headers: [],
      payload: {
        message: "What is my balance?",
        convId: ANY_UUID,
        context: {
          lpEvent: {
            sequence: 1,
            dialogId: first?.payload.convId,
            conversationId: first?.payload.convId,
            originatorId: "c0ffee00",
            originatorMetadata: { id: "c0ffee00", role: "CONSUMER" },
            originatorClientProperties: {
              appId: "webAsync",
              integration: "WEB_SDK",
              features: ["AUTO_MESSAGES", "RICH_CONTENT", "QUICK_REPLIES", "FILE_SHARING"],
            },
            event: { type: "ContentEvent", contentType: "text/plain", message: "What is my balance?" },
            metadata: [],
            messageAudience: "ALL",
            conversationContext: {
              type: "MESSAGING",
              skillId: "1234567890",
              visitor: { consumerId: "c0ffee00" },
            },
          },
          lpSdes: {},
        },
      },
    });
    expect(second).toMatchObject({
      payload: {
        message: "Savings",
        convId: first?.payload.convId,
        context: { lpEvent: { sequence: 2, event: { message: "Savings" } } },
      },
    });
  });

  it("makes a line event of each text on chat", () => {
    const conversation = read({ title: "Chat", surface: "chat", turns: ["hello", "goodbye"] });
    expect(conversation.isChat).toBe(true);
    const [first, second] = conversation.events.map(({ input }) => input as { payload: { convId: string } });
    const convId = first?.payload.convId;
    expect(first).toEqual({
      timestamp: expect.any(Number),
      headers: [],
      payload: {
        message: "hello",
        convId: expect.stringMatching(/^H\d+-[0-9a-f]+K1$/),
        context: {
          lpEvent: {
            "@type": "line",
            text: "hello",
            textType: "plain",
            by: "visitor",
            source: "visitor",
            sequenceId: 1,
            chatSessionKey: convId,
            conversationContext: { type: "CHAT" },
          },
          lpSdes: {},
        },
      },
    });
    expect(second).toMatchObject({
      payload: { message: "goodbye", convId, context: { lpEvent: { sequenceId: 2 } } },
    });
    expect(parseEvent(first).origin.isChat).toBe(true);
  });

  it("gets a new id each time it is read, so that no replay goes on with the last", () => {
    const content = { title: "Balance", turns: ["hello"] };
    const [first, second] = [payloads(content), payloads(content)];
    expect(first[0]?.convId).not.toBe(second[0]?.convId);
  });

  it("carries the environment variables of the function", () => {
    const environment = { TRANSFER_SKILL: "human-agents", FAILURE_LIMIT: "1" };
    expect(read({ title: "Handover", environment, turns: ["agent"] }).environment).toEqual(environment);
  });

  it("gives a payload its conversation, unless it names one itself", () => {
    const file = { message: "com.liveperson.bot-connectors.consumer.send-file", context: { lpEvent: {} } };
    const [text, own, named] = payloads({
      title: "A file",
      turns: ["hello", file, { ...file, convId: CONVERSATION_ID }],
    });
    expect(own).toEqual({ ...file, convId: text?.convId });
    expect(named).toEqual({ ...file, convId: CONVERSATION_ID });
  });

  it("takes a whole input as it is", () => {
    const input = messagingText("What is my balance?");
    const { events } = read({ title: "Recorded", turns: [input] });
    expect(events).toEqual([{ by: "consumer", said: "What is my balance?", input }]);
  });

  it.each([
    ["a click", { message: "Savings", context: { lpEvent: {} } }, "Savings"],
    [
      "a file",
      { message: "com.liveperson.bot-connectors.consumer.send-file", context: { lpEvent: {} } },
      "(file)",
    ],
    ["the opening of a chat", { message: "", event: { name: "WELCOME" }, context: {} }, "(welcome)"],
    [
      "an agent's text",
      { message: "hi", context: { lpEvent: { originatorMetadata: { role: "AGENT" } } } },
      "(not the consumer's)",
    ],
    [
      "a public post without a text",
      { context: { lpEvent: { metadata: [{ type: "SocialMessagingEventData", channel: "Public" }] } } },
      "(in public)",
    ],
    [
      "a return from an agent",
      { message: "", context: { lpEvent: { content: "welcome", lastConsumerMessage: "I lost my card" } } },
      "(welcome, last said: I lost my card)",
    ],
  ])("tells in words what a payload says: %s", (_, turn, said) => {
    expect(read({ title: "Told", turns: [turn] }).events[0]?.said).toBe(said);
  });

  it.each([
    ["a post that everybody can read", { post: "my balance?", on: "Facebook" }, "(in public) my balance?"],
    ["a direct message on a social network", { direct: "my balance?", on: "Twitter" }, "my balance?"],
    ["a file with a caption", { file: "Why was I charged this?" }, "Why was I charged this?"],
    ["a file without", { file: "" }, "(file)"],
    ["a location", { location: { lat: 53.8, lon: -1.55 } }, "(location)"],
    ["a hand-back", { welcome: "I lost my card" }, "(welcome, last said: I lost my card)"],
  ])("makes a whole event of what is written in short: %s", (_, turn, said) => {
    const { events } = read({ title: "Short", turns: ["hello", turn] });
    const [words, event] = events.map(({ input }) => parseEvent(input));
    expect(events[1]?.said).toBe(said);
    expect(event?.conversationId).toBe(words?.conversationId);
    expect(event?.origin.isChat).toBe(false);
  });

  it("writes a location where it is told", () => {
    const { events } = read({ title: "Here", turns: [{ location: { lat: -90, lon: 180 } }] });
    expect(parseEvent(events[0]?.input)).toMatchObject({
      said: { kind: "location" },
      location: { lat: -90, lon: 180 },
    });
  });

  it("writes a post as LivePerson's own validator takes it, with an id of its own to answer to", () => {
    const channels = { Facebook: Channels.FB, Twitter: Channels.TWITTER, Instagram: Channels.INSTAGRAM };
    for (const [on, channel] of Object.entries(channels)) {
      const turns = ["hello", { post: "hi", on }, { direct: "hi", on }];
      const metadata = payloads({ title: "Posts", turns }).map(
        ({ context }) => (context as { lpEvent: LpEvent }).lpEvent.metadata,
      );
      expect(metadata).toMatchObject([
        [],
        [{ event: { source: on }, channel: "Public", replyToId: "1075_2" }],
        [{ event: { source: on }, channel: "Private", replyToId: "1075_3" }],
      ]);
      const validator = new RichContentValidator({ channel });
      for (const data of metadata.flat())
        expect(validator.validateMetadata(data)).toMatchObject({ valid: true });
    }
  });

  it("opens a chat as LivePerson does, with a line that is not the consumer's", () => {
    const [opening] = payloads({ title: "Chat", surface: "chat", turns: [{ welcome: "" }] });
    expect(opening).toMatchObject({
      message: "",
      event: { name: "WELCOME" },
      context: {
        lpEvent: {
          "@type": "line",
          text: "You are now chatting with bankbot.",
          by: "info",
          source: "system",
          sequenceId: 0,
          isWelcomeEvent: true,
        },
      },
    });
    expect(parseEvent({ payload: opening }).said).toEqual({ kind: "welcome", lastMessage: "" });
  });

  it("may be a bare list of turns", () => {
    const file = temporaryFile("turns.json", ["hello", { message: "goodbye", context: {} }]);
    const conversation = readConversation(file);
    expect(conversation).toMatchObject({ title: file, isChat: false, environment: {} });
    expect(conversation.events.map(({ said }) => said)).toEqual(["hello", "goodbye"]);
  });
});

describe("a turn of the agent", () => {
  const turns = [
    "I lost my card",
    { agent: "/clinc" },
    { agent: "/clinc  How long does   a new one take?" },
    { agent: "Five days. /clinc says so." },
    { agent: "/clincish" },
    "Thank you",
  ];
  const eventsOf = () => {
    const { events } = read({ title: "After the hand-over", turns });
    const payloadOf = (input: unknown) => (input as { payload?: Record<string, unknown> })?.payload;
    return { events, payloads: events.map(({ input }) => payloadOf(input)) };
  };

  it("is for the slash command where it begins with it, else for the consumer alone", () => {
    const { events, payloads } = eventsOf();
    expect(events.map(({ by }) => by)).toEqual(["consumer", "agent", "agent", "agent", "agent", "consumer"]);
    const conversationId = payloads[0]?.convId;
    expect(conversationId).toMatch(/^[\w-]{36}$/);
    expect(payloads[1]).toEqual({ conversationId, arguments: [] });
    expect(payloads[2]).toEqual({
      conversationId,
      arguments: ["How", "long", "does", "a", "new", "one", "take?"],
    });
    expect(events.slice(3, 5).map(({ input }) => input)).toEqual([undefined, undefined]);
    expect(events[3]?.said).toBe("Five days. /clinc says so.");
  });

  it("takes no number among the consumer's events", () => {
    const { payloads } = eventsOf();
    expect(payloads[5]).toMatchObject({ context: { lpEvent: { sequence: 2 } } });
  });

  it("is refused with anything beside it, or with nothing in it", () => {
    for (const turn of [{ agent: "" }, { agent: 1 }, { agent: "/clinc", on: "Facebook" }])
      expect(refusalOf({ title: "A", turns: [turn] })).toMatch(/^is no conversation: turn 1: /);
  });

  it("may be set up with the variables of the slash command", () => {
    const environment = { ASSIST_MIN_SCORE: "0.9" };
    expect(read({ title: "A", environment, turns: ["hello"] }).environment).toEqual(environment);
  });
});

describe("a file with a single event", () => {
  it("may be a bot payload, which becomes an input of the function", () => {
    const { payload } = messagingText("What is my balance?");
    const file = temporaryFile("payload.json", payload);
    expect(readConversation(file)).toEqual({
      title: file,
      isChat: false,
      environment: {},
      instances: 1,
      record: false,
      events: [
        {
          by: "consumer",
          said: "What is my balance?",
          input: { timestamp: expect.any(Number), headers: [], payload },
        },
      ],
    });
  });

  it("may be a whole input, which is taken as it is", () => {
    const input = { ...messagingText("hello"), timestamp: 5, headers: [{ key: "X-Trace", value: "abc" }] };
    expect(read(input).events).toEqual([{ by: "consumer", said: "hello", input }]);
  });

  it("is on chat when the event says so", () => {
    const lpEvent = { "@type": "line", text: "hi", conversationContext: { type: "CHAT" } };
    expect(read({ message: "hi", convId: "H1-2K3", context: { lpEvent } }).isChat).toBe(true);
  });

  it("may be the wizard's connection test", () => {
    const probe = { message: "", context: { lpEvent: {}, lpSdes: {} } };
    expect(read(probe).events.map(({ said }) => said)).toEqual(["(probe)"]);
  });
});

describe("a file that cannot be replayed is named, with its problem:", () => {
  it("one that is not there", () => {
    expect(() => readConversation("no/such/file.json")).toThrow(
      /^no\/such\/file\.json is not there; check its path/,
    );
  });

  it.each<[what: string, content: unknown, problem: RegExp]>([
    [
      "one that is not JSON",
      "title: Balance",
      /^is not JSON: line 1, column 1: a text stands in double quotes$/,
    ],
    ["an empty one", "", /^is not JSON: it is empty$/],
    ["a bare string", '"hello"', /^is no conversation: the file must be an object in \{ \}$/],
    ["null", "null", /^is no conversation: the file must be an object in \{ \}$/],
    ["an empty list", [], /^is no conversation: turns must not be empty$/],
    ["no turns", { title: "A", turns: [] }, /^is no conversation: turns must not be empty$/],
    [
      "turns that are no list",
      { title: "A", turns: "hello" },
      /^is no conversation: turns must be a list in \[ \]$/,
    ],
    [
      "a number among the turns",
      { title: "A", turns: ["hello", 5] },
      /^is no conversation: turn 2 must be a text in quotation marks or an object in \{ \}$/,
    ],
    [
      "a post on an unknown network",
      { title: "A", turns: [{ post: "hi", on: "Mastodon" }] },
      /^is no conversation: turn 1: on must be "Facebook" or "Twitter" or "Instagram"$/,
    ],
    [
      "a post without its network",
      { title: "A", turns: [{ post: "hi" }] },
      /^is no conversation: turn 1: on is missing$/,
    ],
    [
      "a file with a caption that is no text",
      { title: "A", turns: [{ file: 5 }] },
      /^is no conversation: turn 1: file must be a text in quotation marks$/,
    ],
    [
      "a location that is nowhere on Earth",
      { title: "A", turns: [{ location: { lat: 91, lon: 0 } }] },
      /^is no conversation: turn 1: location\.lat must be at most 90$/,
    ],
    [
      "a location without its longitude",
      { title: "A", turns: [{ location: { lat: 53.8 } }] },
      /^is no conversation: turn 1: location\.lon is missing$/,
    ],
    [
      "an empty text among the turns",
      { title: "A", turns: [""] },
      /^is no conversation: turn 1 must not be empty$/,
    ],
    ["no title", { turns: ["hello"] }, /^is no conversation: title is missing$/],
    ["an empty title", { title: "", turns: ["hello"] }, /^is no conversation: title must not be empty$/],
    [
      "an unknown surface",
      { title: "A", surface: "sms", turns: ["hello"] },
      /^is no conversation: surface must be "messaging" or "chat"$/,
    ],
    [
      "a language that no browser tells",
      { title: "A", language: "Spanish", turns: ["hola"] },
      /^is no conversation: language must be a language such as es-ES$/,
    ],
    [
      "a variable that the function does not have",
      { title: "A", environment: { PATH: "/tmp" }, turns: ["hello"] },
      /^is no conversation: environment\.PATH is none of the function's variables/,
    ],
    [
      "a language behind a variable that has none",
      { title: "A", environment: { CLINC_DEVICE_ES: "x" }, turns: ["hello"] },
      /^is no conversation: environment\.CLINC_DEVICE_ES is none of the function's variables/,
    ],
    [
      "an environment variable that is no text",
      { title: "A", environment: { FAILURE_LIMIT: 1 }, turns: ["hello"] },
      /^is no conversation: environment\.FAILURE_LIMIT must be a text in quotation marks$/,
    ],
    ...[0, 9, 1.5, "2"].map((instances): [string, unknown, RegExp] => [
      `${JSON.stringify(instances)} instances`,
      { title: "A", instances, turns: ["hello"] },
      /^is no conversation: instances must be (at least 1|at most 8|a whole number|a number)$/,
    ]),
    [
      "a record that is neither there nor not",
      { title: "A", record: "yes", turns: ["hello"] },
      /^is no conversation: record must be true or false$/,
    ],
    [
      "a misspelt key",
      { title: "A", enviroment: {}, turns: ["hello"] },
      /^is no conversation: enviroment is not known there; did you mean "environment"\?$/,
    ],
    [
      "several problems, all of them",
      { title: "", turns: [] },
      /^is no conversation: title must not be empty; turns must not be empty$/,
    ],
    [
      "a misspelt variable",
      { title: "A", environment: { TRANSFER_SKIL: "x" }, turns: ["hello"] },
      /is none of the function's variables; did you mean "TRANSFER_SKILL"\?$/,
    ],
    [
      "a misspelt key of a payload",
      { title: "A", turns: ["hello", { mesage: "hi" }] },
      /^is no conversation: turn 2: mesage is not known there; did you mean "message"\?$/,
    ],
    [
      "a misspelt key beside a turn's words",
      { title: "A", turns: [{ say: "hello", expct: {} }] },
      /^is no conversation: turn 1: expct is not known there; did you mean "expect"\?$/,
    ],
    [
      "misspelt and wrong expectations, all of them",
      { title: "A", turns: [{ say: "hi", expect: { texts: "a", score: "1", choices: { 0: "a" } } }] },
      /^is no conversation: turn 1: expect\.choices must be a list in \[ \]; turn 1: expect\.score must be a number; turn 1: expect\.texts is not known there; did you mean "text"\?$/,
    ],
    [
      "a pattern that is none",
      { title: "A", turns: [{ say: "hi", expect: { text: { matches: "(" } } }] },
      /^is no conversation: turn 1: expect\.text\.matches is no regular expression$/,
    ],
    [
      "a misspelt key of an author in Clinc's answer",
      { title: "A", turns: ["hi", { say: "cards", clinc: { liveperson: [{ choises: ["A"] }] } }] },
      /^is no conversation: turn 2: clinc\.liveperson\[0\]\.choises is not known there; did you mean "choices"\?$/,
    ],
    [
      "an author's content beside Clinc's text",
      { title: "A", turns: [{ say: "cards", clinc: { text: "Which?", choices: ["A"] } }] },
      /^is no conversation: turn 1: clinc\.choices is not known there; it belongs into "liveperson"$/,
    ],
    [
      "an answer of Clinc's that says nothing",
      { title: "A", turns: [{ clinc: {} }] },
      /^is no conversation: turn 1: clinc says nothing; give it a "text" or "liveperson"$/,
    ],
    [
      "a single turn with a misspelt key",
      { say: "cards", clinc: { text: "A", sate: "b" } },
      /^is no turn: clinc\.sate is not known there; did you mean "state"\?$/,
    ],
    ["an object without any key of a payload", { greeting: "hello" }, /^is neither a conversation/],
    ["an input without a payload in it", { headers: [], payload: null }, /^is neither a conversation/],
    ["an input with an empty payload", { headers: [], payload: {} }, /^is neither a conversation/],
  ])("%s", (_, content, problem) => {
    expect(refusalOf(content)).toMatch(problem);
  });
});
