import nock from "nock";
import { describe, expect, it, onTestFinished } from "vitest";
import { deliver } from "../../scripts/stand-ins/functions/connector.ts";
import { fetchInMemory } from "../../scripts/stand-ins/functions/in-memory.ts";
import { toolbeltV2 } from "../../scripts/stand-ins/functions/toolbelt.ts";
import { VirtualTime } from "../../scripts/stand-ins/functions/virtual-time.ts";
import { buildBot } from "../../src/bot/lambda.ts";
import { takeTurn } from "../../src/bot/turn.ts";
import { pause } from "../../src/runtime/deadline.ts";
import { clincBody, competency, outOfScope, withLivePerson } from "../fixtures/clinc-replies.ts";
import * as events from "../fixtures/events.ts";
import { settingsFor } from "../fixtures/settings.ts";
import { interceptRequests } from "../support/intercepted-requests.ts";
import { logLines } from "../support/log-lines.ts";

const HOST = "https://api.clinc.example";
const SECRETS = { clinc_host: "api.clinc.example", clinc_app_key: "canary-key-0815" };

interceptRequests();
const log = logLines();

/** An instance of the bot; every reply of it must be one that LivePerson takes. */
function instance(environment: Record<string, string> = {}, secrets: Record<string, unknown> = SECRETS) {
  const built = buildBot(toolbeltV2(secrets), environment);
  return async (input: unknown) => {
    const reply = await takeTurn(input, built);
    const isChat = JSON.stringify(input).includes('"CHAT"');
    expect(deliver(reply, isChat).problems).toEqual([]);
    return reply;
  };
}

/** Clinc answers the next queries with these bodies; what it was asked is collected. */
function clinc(...bodies: Array<Record<string, unknown>>) {
  const asked: Array<Record<string, unknown>> = [];
  for (const body of bodies) {
    nock(HOST)
      .post("/v1/query")
      .reply(200, (_, query) => {
        asked.push(query as Record<string, unknown>);
        return body;
      });
  }
  return asked;
}

/** Clinc takes so long for each answer, in a time that may be virtual. */
function clincTakes(milliseconds: number) {
  const respond = async () => {
    await pause(milliseconds);
    return { status: 200, body: JSON.stringify(clincBody()) };
  };
  onTestFinished(fetchInMemory(respond));
}

describe("a turn", () => {
  it("asks Clinc with the conversation as seed and says what it answers", async () => {
    const asked = clinc(clincBody());
    expect(await instance()(events.messagingText("What is my balance?"))).toEqual({
      messages: ["Your balance is $1,250.40."],
      context: { intentId: "get_balance", intentName: "get balance", confidenceScore: 0.93 },
    });
    expect(asked).toEqual([
      {
        query: "What is my balance?",
        language: "en",
        device: "liveperson",
        dialog_seed: events.CONVERSATION_ID,
      },
    ]);
  });

  it("keeps one seed for a conversation and another for the next", async () => {
    const asked = clinc(clincBody(), clincBody(), clincBody());
    const bot = instance();
    await bot(events.messagingText("one", { sequence: 1 }));
    await bot(events.messagingText("two", { sequence: 2 }));
    await bot(events.messagingText("three", { convId: "another" }));
    expect(asked.map((query) => query.dialog_seed)).toEqual([
      events.CONVERSATION_ID,
      events.CONVERSATION_ID,
      "another",
    ]);
  });

  it("tells Clinc who is asking only when it may", async () => {
    for (const [who, id] of [
      ["none", undefined],
      ["visitor", "c0ffee00"],
      ["customer", "c-1001"],
    ] as const) {
      const asked = clinc(clincBody());
      await instance({ CLINC_EXTERNAL_USER: who })(events.messagingText("hi"));
      expect(asked[0]?.external_user_id).toBe(id);
    }
  });

  it("understands a click by its published text", async () => {
    const asked = clinc(clincBody());
    await instance()(events.click("checking", "choice-1"));
    expect(asked[0]?.query).toBe("checking");
  });

  it("does not ask Clinc about a file, a location or a blank message", async () => {
    const settings = settingsFor();
    for (const input of [events.file(), events.location(), events.messagingText("  ")]) {
      expect(await instance()(input)).toEqual({
        messages: [settings.UNSUPPORTED_MESSAGE],
        context: { intentId: "unsupported_message", intentName: "unsupported message", confidenceScore: 0 },
      });
    }
  });
});

describe("a location that Clinc is asked about", () => {
  it("counts like words where it is not understood", async () => {
    const environment = {
      LOCATION_QUERY: "nearest branch",
      MISUNDERSTOOD_LIMIT: "2",
      TRANSFER_SKILL: "human",
    };
    const asked = clinc(outOfScope(), outOfScope());
    const bot = instance(environment);
    await bot(events.location(undefined, 2));
    const { context } = await bot(events.location(undefined, 4));
    expect(context).toMatchObject({ action: "TRANSFER" });
    expect(asked).toMatchObject([
      { query: "nearest branch", lat: 42.28, lon: -83.74 },
      { query: "nearest branch", lat: 42.28, lon: -83.74 },
    ]);
  });
});

describe("a bank with several languages", () => {
  const BANK = {
    CLINC_LANGUAGE: "en, es",
    TRANSFER_SKILL: "human",
    TRANSFER_SKILL_ES: "human-es",
    UNSUPPORTED_MESSAGE_ES: "Solo puedo leer texto.\\nPor favor.",
    TRANSFER_MESSAGE_ES: "Le paso con un colega.",
    LIST_MESSAGE_ES: "Responda con una de estas:",
    CHOOSE_MESSAGE_ES: "Elija:",
    WELCOME_QUERY_ES: "hola",
  };
  const speaking = (language: string, message: string, sequence = 4, changes: Record<string, unknown> = {}) =>
    events.messagingText(message, {
      sequence,
      lpEvent: { conversationContext: { type: "MESSAGING", visitor: { language } }, ...changes },
    });

  it("asks Clinc in the consumer's language where it is listed, else in the first", async () => {
    const asked = clinc(clincBody(), clincBody(), clincBody());
    const bot = instance(BANK);
    await bot(speaking("es-MX", "hola", 1));
    await bot(speaking("fr-FR", "bonjour", 2));
    await bot(speaking("", "hello", 3));
    expect(asked.map(({ language }) => language)).toEqual(["es", "en", "en"]);
  });

  it("stays with what was told last when an event does not tell it", async () => {
    const asked = clinc(clincBody(), clincBody());
    const bot = instance(BANK);
    await bot(speaking("es-MX", "hola", 1));
    await bot(events.minimal("saldo"));
    expect(asked.map(({ language }) => language)).toEqual(["es", "es"]);
    const reply = await bot(events.transferredIn());
    expect(reply.context.intentId).toBe("clinc_unreachable");
  });

  it("says its own words in it, and hands over to who speaks it", async () => {
    clinc(competency("live_agent", ""), withLivePerson({ choices: ["Sí", "No"] }, ""));
    const bot = instance({ ...BANK, CHANNEL: "sms" });
    const file = { event: { type: "ContentEvent", contentType: "hosted/file", message: {} } };
    expect((await bot(speaking("es", "", 1, file))).messages).toEqual(["Solo puedo leer texto.\nPor favor."]);
    expect(await bot(speaking("es", "una persona", 2))).toMatchObject({
      messages: ["Le paso con un colega.", expect.anything()],
      context: { action: "TRANSFER", actionParameters: { skill: "human-es" } },
    });
    expect((await bot(speaking("es", "elegir", 3))).messages).toEqual([
      "Responda con una de estas:\n1. Sí\n2. No",
    ]);
  });

  it("asks in it before choices without a text", async () => {
    clinc(withLivePerson({ choices: ["Sí", "No"] }, ""));
    const reply = await instance({ ...BANK, CHANNEL: "web" })(speaking("es", "elegir"));
    expect(reply.messages).toMatchObject([{ structuredContent: { message: "Elija:" } }]);
  });

  it("apologises in it to who had to wait too long", async () => {
    const bot = instance({ ...BANK, CLINC_TIMEOUT_MS: "1000", APOLOGY_MESSAGE_ES: "Lo siento." });
    clincTakes(900);
    const replies = await new VirtualTime().during(() =>
      Promise.all([1, 2, 3].map((sequence) => bot(speaking("es", `m${sequence}`, sequence)))),
    );
    expect(replies[2]).toMatchObject({
      messages: ["Lo siento."],
      context: { intentId: "earlier_turn_pending" },
    });
  });

  it("opens with the query of that language", async () => {
    const asked = clinc(clincBody());
    await instance(BANK)(
      speaking("es", "", 1, { isWelcomeEvent: true, event: { type: "ContentEvent", message: "" } }),
    );
    expect(asked[0]).toMatchObject({ query: "hola", language: "es" });
  });

  it("is told once what it has probably not meant", async () => {
    clinc(clincBody(), clincBody());
    const bot = instance({
      CLINC_LANGUAGE: "en, es",
      TRANSFER_SKILL: "human",
      APOLOGY_MESSAGE_FR: "Désolé.",
    });
    await bot(events.messagingText("one", { sequence: 1 }));
    await bot(events.messagingText("two", { sequence: 2 }));
    expect(log.filter((line) => line.includes("APOLOGY_MESSAGE_FR is never read"))).toHaveLength(1);
    expect(log.filter((line) => line.includes("TRANSFER_SKILL_ES is missing"))).toHaveLength(1);
    expect(log.join()).not.toContain("Désolé");
  });
});

describe("a bot that is switched off", () => {
  const off = (position: unknown, environment: Record<string, string> = {}) =>
    instance({ TRANSFER_SKILL: "human", ...environment }, { ...SECRETS, clinc_off: position });

  it("hands over without asking Clinc, and says why to the agent", async () => {
    const reply = await off(" Transfer ")(events.messagingText("balance"));
    expect(reply).toEqual({
      messages: [
        settingsFor().TRANSFER_MESSAGE,
        { text: "Handed over by the bot: the bot is switched off.", messageAudience: "AGENTS_AND_MANAGERS" },
      ],
      context: {
        intentId: "switched_off",
        intentName: "switched off",
        confidenceScore: 0,
        action: "TRANSFER",
        actionParameters: { skill: "human" },
      },
    });
    expect(log.join()).toContain('switched_off: to let the bot work again, remove the secret "clinc_off"');
    expect(log.join()).not.toContain('"fault"');
  });

  it("apologises every time, and never hands over for it", async () => {
    const bot = off("apology", { FAILURE_LIMIT: "1" });
    for (const sequence of [1, 2, 3]) {
      const reply = await bot(events.messagingText("balance", { sequence }));
      expect(reply.messages).toEqual([settingsFor().APOLOGY_MESSAGE]);
      expect(reply.context).toMatchObject({ intentId: "switched_off" });
      expect(reply.context.action).toBeUndefined();
    }
  });

  it("is healthy for the connection test, which tells the operator that it is off", async () => {
    expect(await off("transfer")(events.probe())).toMatchObject({
      messages: ["The Clinc bot source is connected."],
    });
    expect(log.join()).toContain("switched_off");
  });

  it("is not off for any other word, which is named once", async () => {
    clinc(clincBody(), clincBody());
    const bot = off("yes");
    expect((await bot(events.messagingText("one", { sequence: 1 }))).messages).toEqual([
      "Your balance is $1,250.40.",
    ]);
    await bot(events.messagingText("two", { sequence: 2 }));
    expect(
      log.filter((line) => line.includes('the secret "clinc_off" must be transfer or apology')),
    ).toHaveLength(1);
  });
});

describe("a welcome", () => {
  it("asks Clinc the welcome query", async () => {
    const asked = clinc(competency("clean_hello", "Hello!"));
    expect((await instance({ WELCOME_QUERY: "hi bot" })(events.chatWelcome())).messages).toEqual(["Hello!"]);
    expect(asked[0]?.query).toBe("hi bot");
  });

  it("says the bank's own words without asking", async () => {
    expect(await instance({ WELCOME_MESSAGE: "Welcome to Example Bank." })(events.chatWelcome())).toEqual({
      messages: ["Welcome to Example Bank."],
      context: { intentId: "welcome", intentName: "welcome", confidenceScore: 0 },
    });
  });

  it("goes on with the last message of a conversation that is transferred in", async () => {
    const asked = clinc(clincBody());
    await instance({ WELCOME_MESSAGE: "Welcome" })(events.transferredIn("I lost my card"));
    expect(asked[0]?.query).toBe("I lost my card");
  });

  it("does not ask again what this conversation was asked already", async () => {
    const asked = clinc(clincBody());
    const bot = instance({ WELCOME_MESSAGE: "Welcome" });
    await bot(events.messagingText("I lost my card"));
    expect((await bot(events.transferredIn("I lost my card"))).messages).toEqual(["Welcome"]);
    expect(asked).toHaveLength(1);
  });
});

describe("a transfer", () => {
  it("says Clinc's words, tells the agent why, and names the skill", async () => {
    clinc(clincBody(), competency("faq_agent_handover", "I will connect you."));
    const bot = instance({ TRANSFER_SKILL: "human-agents", AGENT_DETAILS: "ACCOUNT" });
    await bot(events.messagingText("What is my balance?", { sequence: 1 }));
    const reply = await bot(events.messagingText("a person please", { sequence: 2 }));
    expect(reply).toEqual({
      messages: [
        "I will connect you.",
        {
          text: "Handed over by the bot: the consumer asked for a person.\nLast intents: get balance (0.93), faq agent handover (0.93)\nDetails:\n- account: Everyday Checking",
          messageAudience: "AGENTS_AND_MANAGERS",
        },
      ],
      context: {
        intentId: "faq_agent_handover",
        intentName: "faq agent handover",
        confidenceScore: 0.93,
        action: "TRANSFER",
        actionParameters: { skill: "human-agents" },
      },
    });
  });

  it("can do without the summary, and on chat has none", async () => {
    clinc(competency("live_agent", "One moment."), competency("live_agent", "One moment."));
    const bot = instance({ TRANSFER_SKILL: "s", AGENT_SUMMARY: "false" });
    expect((await bot(events.messagingText("human"))).messages).toEqual(["One moment."]);
    expect((await instance({ TRANSFER_SKILL: "s" })(events.chatText("human"))).messages).toEqual([
      "One moment.",
    ]);
  });

  it("fails on purpose without any skill: LivePerson then escalates as the bot is configured to", async () => {
    clinc(competency("live_agent", "One moment."));
    await expect(instance()(events.messagingText("human"))).rejects.toThrow(/TRANSFER_SKILL/);
  });

  it("comes after three misunderstandings, and then the counts are clean", async () => {
    clinc(outOfScope(), outOfScope(), outOfScope(), outOfScope());
    const bot = instance({ TRANSFER_SKILL: "s" });
    const outcomes: unknown[] = [];
    for (const sequence of [1, 2, 3, 4])
      outcomes.push((await bot(events.messagingText("asdf", { sequence }))).context.action);
    expect(outcomes).toEqual([undefined, undefined, "TRANSFER", undefined]);
  });
});

describe("a close", () => {
  it("says goodbye and closes", async () => {
    clinc(competency("clean_goodbye", "Goodbye!"));
    expect(await instance({ CLOSE_WITHOUT_SURVEY: "true" })(events.messagingText("bye"))).toMatchObject({
      messages: ["Goodbye!"],
      context: { action: "CLOSE_CONVERSATION", actionParameters: { withoutPcs: true } },
    });
  });

  it("without a text is the action alone", async () => {
    clinc(competency("clean_goodbye", ""));
    expect(await instance()(events.messagingText("bye"))).toMatchObject({
      messages: [],
      context: { action: "CLOSE_CONVERSATION" },
    });
  });
});

describe("a failure of Clinc", () => {
  const apology = settingsFor().APOLOGY_MESSAGE;
  const failing: Array<[string, () => void, string]> = [
    [
      "is dead",
      () =>
        nock(HOST)
          .post("/v1/query")
          .replyWithError(Object.assign(new Error("x"), { code: "ECONNRESET" })),
      "clinc_unreachable",
    ],
    [
      "answers with an HTML error page",
      () => nock(HOST).post("/v1/query").reply(502, "<html>502 Bad Gateway</html>"),
      "clinc_unavailable",
    ],
    [
      "refuses the query",
      () =>
        nock(HOST)
          .post("/v1/query")
          .reply(400, { query: ["This field is required."] }),
      "clinc_refused_query",
    ],
    [
      "throttles",
      () => nock(HOST).post("/v1/query").reply(429, { detail: "Request was throttled." }),
      "clinc_throttled",
    ],
    [
      "answers 200 without visuals",
      () =>
        nock(HOST)
          .post("/v1/query")
          .reply(200, clincBody({ visuals: undefined })),
      "clinc_unusable_reply",
    ],
    [
      "answers 200 with a page",
      () => nock(HOST).post("/v1/query").reply(200, "<html>login</html>"),
      "clinc_unusable_reply",
    ],
  ];

  it.each(failing)("is apologised for, then handed over: it %s", async (_, fail, reason) => {
    const bot = instance({ TRANSFER_SKILL: "s" });
    fail();
    const first = await bot(events.messagingText("hi", { sequence: 1 }));
    expect(first).toMatchObject({ messages: [apology], context: { intentId: reason, confidenceScore: 0 } });
    expect(first.context.action).toBeUndefined();
    fail();
    const second = await bot(events.messagingText("hi", { sequence: 2 }));
    expect(second).toMatchObject({ context: { intentId: reason, action: "TRANSFER" } });
    fail();
    const back = await bot(events.messagingText("hi", { sequence: 3 }));
    expect(back.context.action).toBeUndefined();
  });

  it("is forgotten after a good answer", async () => {
    const bot = instance({ TRANSFER_SKILL: "s" });
    const fail = () => nock(HOST).post("/v1/query").reply(500);
    fail();
    await bot(events.messagingText("hi", { sequence: 1 }));
    clinc(clincBody());
    await bot(events.messagingText("hi", { sequence: 2 }));
    fail();
    expect((await bot(events.messagingText("hi", { sequence: 3 }))).messages).toEqual([apology]);
  });

  it("that hangs ends at the deadline, not in the platform's kill", async () => {
    clincTakes(9_000);
    const time = new VirtualTime();
    const startedAt = time.now;
    const bot = instance({ CLINC_TIMEOUT_MS: "1000" });
    const reply = await time.during(() => bot(events.messagingText("hi")));
    expect(reply).toMatchObject({ messages: [apology], context: { intentId: "clinc_timeout" } });
    expect(time.now - startedAt).toBe(1_000);
  });
});

describe("wrong settings", () => {
  it.each([
    ["a missing host", { clinc_app_key: "k" }, "secret_missing"],
    ["a missing key", { clinc_host: "api.clinc.example" }, "secret_missing"],
    ["a malformed host", { ...SECRETS, clinc_host: "http://api.clinc.example" }, "host_malformed"],
    ["a malformed AI version", { ...SECRETS, clinc_ai_version: "prod" }, "ai_version_malformed"],
  ])("hand over at once: %s", async (_, secrets, reason) => {
    const reply = await instance({ TRANSFER_SKILL: "s" }, secrets)(events.messagingText("hi"));
    expect(reply).toMatchObject({
      context: { intentId: reason, action: "TRANSFER", actionParameters: { skill: "s" } },
    });
    expect(log.join("\n")).toContain(`${reason}: `);
  });

  it("hand over at once: a refused key", async () => {
    nock(HOST).post("/v1/query").reply(401, { detail: "No such access token." });
    const reply = await instance({ TRANSFER_SKILL: "s" })(events.messagingText("hi"));
    expect(reply).toMatchObject({ context: { intentId: "key_refused", action: "TRANSFER" } });
  });
});

describe("a secret storage that hangs", () => {
  it("costs a part of the turn, not the answer, once the secrets were read", async () => {
    let isHanging = false;
    const toolbelt = {
      SecretClient: () => ({
        readSecret: async (name: string) =>
          isHanging ? new Promise(() => {}) : { key: name, value: SECRETS[name as keyof typeof SECRETS] },
      }),
    };
    const built = buildBot(toolbelt, { CLINC_TIMEOUT_MS: "1000" });
    clincTakes(10);
    const time = new VirtualTime();
    await time.during(() => takeTurn(events.messagingText("one", { sequence: 1 }), built));
    isHanging = true;
    time.now += 6 * 60_000;
    const reply = await time.during(() => takeTurn(events.messagingText("two", { sequence: 2 }), built));
    expect(reply.messages).toEqual(["Your balance is $1,250.40."]);
  });

  it("is named when nothing was read before, and Clinc is not asked in vain", async () => {
    const asked = clinc(clincBody());
    const hanging = { SecretClient: () => ({ readSecret: () => new Promise(() => {}) }) };
    const bot = buildBot(hanging, { CLINC_TIMEOUT_MS: "1000" });
    const reply = await new VirtualTime().during(() => takeTurn(events.messagingText("hi"), bot));
    expect(reply.context.intentId).toBe("secret_storage_unavailable");
    expect(asked).toEqual([]);
  });
});

describe("content that cannot be written as JSON", () => {
  it("is apologised for, since the platform would fail on it", async () => {
    const payload = `${'{"a":'.repeat(60_000)}1${"}".repeat(60_000)}`;
    const action = `{"action":"INVOCATION","parameters":{"lambdaUuid":"u","payload":${payload}}}`;
    const body = JSON.stringify(withLivePerson("X")).replace('"liveperson":"X"', `"liveperson":${action}`);
    nock(HOST).post("/v1/query").reply(200, body, { "content-type": "application/json" });
    const reply = await instance()(events.messagingText("hi"));
    expect(reply.context.intentId).toBe("internal_error");
  });
});

describe("a connection test", () => {
  it("gets a fixed reply without a question to Clinc", async () => {
    expect(await instance()(events.probe())).toEqual({
      messages: ["The Clinc bot source is connected."],
      context: { intentId: "probe", intentName: "probe", confidenceScore: 0 },
    });
  });

  it("tells the operator what else is wrong with the secrets", async () => {
    await instance({}, { ...SECRETS, clinc_host: "http://api.clinc.example" })(events.probe());
    expect(log.join()).toContain("host_malformed");
  });

  it("fails on purpose while a secret is missing, and only then", async () => {
    await expect(instance({}, { clinc_host: "api.clinc.example" })(events.probe())).rejects.toThrow(
      /"clinc_app_key"/,
    );
    await expect(
      instance({}, { ...SECRETS, clinc_host: "http://x.example" })(events.probe()),
    ).resolves.toBeDefined();
  });
});

describe("an event that is delivered again", () => {
  it("asks Clinc once and gets the same reply, at the same time or later", async () => {
    const asked = clinc(clincBody());
    const bot = instance();
    const input = events.messagingText("What is my balance?");
    const [first, second] = await Promise.all([bot(input), bot(structuredClone(input))]);
    expect(second).toEqual(first);
    expect(await bot(structuredClone(input))).toEqual(first);
    expect(asked).toHaveLength(1);
  });

  it("is not mistaken for one without a sequence", async () => {
    const asked = clinc(clincBody(), clincBody());
    const bot = instance();
    await bot(events.minimal("yes"));
    await bot(events.minimal("yes"));
    expect(asked).toHaveLength(2);
  });
});

describe("messages of one conversation", () => {
  it("reach Clinc in the order in which they came", async () => {
    const bot = instance();
    const asked: string[] = [];
    nock(HOST)
      .post("/v1/query")
      .delay(60)
      .reply(200, (_, query) => {
        asked.push((query as { query: string }).query);
        return clincBody();
      });
    nock(HOST)
      .post("/v1/query")
      .reply(200, (_, query) => {
        asked.push((query as { query: string }).query);
        return clincBody();
      });
    await Promise.all([
      bot(events.messagingText("first", { sequence: 1 })),
      bot(events.messagingText("second", { sequence: 2 })),
    ]);
    expect(asked).toEqual(["first", "second"]);
  });

  it("that wait too long get an apology, no question to Clinc, and no place in the count of failures", async () => {
    const bot = instance({ CLINC_TIMEOUT_MS: "1000", FAILURE_LIMIT: "1", TRANSFER_SKILL: "s" });
    clincTakes(900);
    const replies = await new VirtualTime().during(() =>
      Promise.all([1, 2, 3].map((sequence) => bot(events.messagingText(`m${sequence}`, { sequence })))),
    );
    expect(replies.map((reply) => reply.context.intentId)).toEqual([
      "get_balance",
      "get_balance",
      "earlier_turn_pending",
    ]);
    expect(replies[2]?.messages).toEqual([settingsFor().APOLOGY_MESSAGE]);
    expect(replies[2]?.context.action).toBeUndefined();
  });
});

describe("what the operator sees", () => {
  it("is one line of ids, numbers and names, and no word of the consumer's", async () => {
    clinc(withLivePerson({ text: "canary-content" }, "canary-answer"));
    await instance()(events.messagingText("canary-question"));
    expect(log).toHaveLength(1);
    expect(JSON.parse(log[0]?.replace("info [clinc] turn ", "") ?? "")).toMatchObject({
      conversation: events.CONVERSATION_ID,
      sequence: "4",
      said: "words",
      outcome: "continue",
      intent: "get_balance",
      score: 0.93,
      integration: "WEB_SDK",
      appId: "webAsync",
      queries: 1,
      qid: "00000000-0000-4000-8000-000000002001",
    });
    expect(log.join()).not.toContain("canary");
  });

  it("names content that could not be read by its place, not by what stands there", async () => {
    clinc(withLivePerson([{ text: ["canary-content"] }, { action: "canary-action" }]));
    await instance()(events.messagingText("hi"));
    expect(log).toHaveLength(3);
    expect(log.join("\n")).toContain("liveperson[0].text: not a text");
    expect(log.join("\n")).not.toContain("canary");
  });
});

describe("what is for agents", () => {
  it("never reaches the consumer, whatever it is", async () => {
    for (const content of [
      { card: { title: "Fraud score 97" } },
      { carousel: [{ title: "Fraud score 97" }, { title: "Case" }] },
      { text: "Fraud score 97", choices: ["Block"] },
      { structuredContent: { type: "vertical", elements: [{ type: "text", text: "Fraud score 97" }] } },
    ]) {
      clinc(withLivePerson({ ...content, messageAudience: "AGENTS_AND_MANAGERS" }));
      const { consumer, agent } = deliver(await instance()(events.messagingText("hi")), false);
      expect(consumer).toEqual(["Your balance is $1,250.40."]);
      expect(agent.join()).toContain("Fraud score 97");
      expect(log.join()).toContain("liveperson[0].messageAudience");
      log.length = 0;
    }
  });

  it("cannot be typed by the consumer, and neither can an action", async () => {
    const typed =
      '{"text":"identity verified","messageAudience":"AGENTS_AND_MANAGERS","action":"INVOCATION","actionParameters":{"lambdaUuid":"1"}}';
    clinc(withLivePerson(typed, ""), withLivePerson(typed));
    const bot = instance();
    const replies = [
      await bot(events.messagingText("one", { sequence: 1 })),
      await bot(events.messagingText("two", { sequence: 2 })),
    ];
    for (const reply of replies) {
      expect(reply.context.action).toBeUndefined();
      expect(deliver(reply, false).agent).toEqual([]);
    }
    expect(log.join()).toContain("JSON written as text brings content only");
  });
});

describe("a defect in finding the question", () => {
  it("is apologised for like any other, and named", async () => {
    const built = buildBot(toolbeltV2(SECRETS), {});
    const broken = Object.defineProperty({ ...built.settings }, "CLINC_EXTERNAL_USER", {
      get() {
        throw new TypeError("canary");
      },
    });
    const reply = await takeTurn(events.messagingText("hi"), {
      ...built,
      settingsIn: () => broken,
    });
    expect(reply.context.intentId).toBe("internal_error");
    expect(reply.messages).toEqual([built.settings.APOLOGY_MESSAGE]);
  });
});

describe("a conversation that comes back with what the consumer said last", () => {
  const ONE_FAILURE = { FAILURE_LIMIT: "1", TRANSFER_SKILL: "s", WELCOME_MESSAGE: "Welcome back." };

  it.each([
    ["answered with a server error", () => nock(HOST).post("/v1/query").reply(500)],
    ["broke the connection", () => nock(HOST).post("/v1/query").replyWithError({ code: "ECONNRESET" })],
    ["answered with nonsense", () => nock(HOST).post("/v1/query").reply(200, { qid: "1" })],
  ])("does not ask Clinc again when it may have processed it: it %s", async (_, fail) => {
    const bot = instance(ONE_FAILURE);
    fail();
    await bot(events.messagingText("pay 100 to Bob"));
    const asked = clinc(clincBody());
    const reply = await bot(events.transferredIn("pay 100 to Bob"));
    expect(asked).toEqual([]);
    expect(reply.messages).toEqual(["Welcome back."]);
  });

  it.each([
    ["refused the key", () => nock(HOST).post("/v1/query").reply(401, { detail: "No such access token." })],
    ["was too busy", () => nock(HOST).post("/v1/query").reply(503)],
    ["throttled", () => nock(HOST).post("/v1/query").reply(429, { detail: "Request was throttled." })],
  ])("asks Clinc when it certainly processed nothing: it %s", async (_, fail) => {
    const bot = instance(ONE_FAILURE);
    fail();
    await bot(events.messagingText("pay 100 to Bob"));
    const asked = clinc(clincBody());
    await bot(events.transferredIn("pay 100 to Bob"));
    expect(asked.map(({ query }) => query)).toEqual(["pay 100 to Bob"]);
  });

  it("knows a choice by what was typed, not by what it says to Clinc", async () => {
    const choices = [
      { title: "Checking", say: "my checking account" },
      { title: "Savings", say: "my savings account" },
    ];
    const asked = clinc(
      withLivePerson({ text: "Which account?", choices }),
      competency("live_agent", "Wait."),
    );
    const bot = instance({ ...ONE_FAILURE, CHANNEL: "sms" });
    await bot(events.messagingText("balance", { sequence: 1 }));
    await bot(events.messagingText("2", { sequence: 2 }));
    const reply = await bot(events.transferredIn("2"));
    expect(asked.map(({ query }) => query)).toEqual(["balance", "my savings account"]);
    expect(reply.messages).toEqual(["Welcome back."]);
  });
});

describe("an open question", () => {
  const list = {
    text: "Which account?",
    choices: ["Checking", { title: "Savings", say: "my savings account" }],
  };

  it("stays open through the bot's own words, until Clinc has answered", async () => {
    const bot = instance({ CHANNEL: "sms", FAILURE_LIMIT: "0" });
    clinc(withLivePerson(list));
    await bot(events.messagingText("balance", { sequence: 1 }));
    nock(HOST).post("/v1/query").reply(500);
    await bot(events.messagingText("2", { sequence: 2 }));
    await bot(events.file());
    await bot(events.messagingText(" ", { sequence: 7 }));
    const asked = clinc(clincBody(), clincBody());
    await bot(events.messagingText("2", { sequence: 8 }));
    await bot(events.messagingText("2", { sequence: 9 }));
    expect(asked.map(({ query }) => query)).toEqual(["my savings account", "2"]);
  });
});
