import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import type { OwnAnswer } from "../../../scripts/conversations/own-answer.ts";
import type { Act } from "../../../scripts/playground/act.ts";
import { Session } from "../../../scripts/playground/session.ts";
import type { Setup } from "../../../scripts/playground/view.ts";
import { callScript } from "../../support/called-script.ts";
import { temporaryFile } from "../../support/temporary-files.ts";

const SETUP: Setup = {
  generation: "v2",
  isChat: false,
  channel: "auto",
  language: "",
  instances: 1,
  record: false,
  fault: "",
  environment: { TRANSFER_SKILL: "human-agents" },
};

let session: Session;
beforeEach(async () => {
  session = await Session.open(SETUP);
  const opened = session;
  onTestFinished(() => opened.close());
});

const words = (text: string): Act => ({ kind: "words", text });

/** What was said by whom, turn by turn. */
function spoken() {
  return session.view().turns.map(({ said, messages, ending }) => ({ said, messages, ending }));
}

describe("a change of the set-up", () => {
  it.each([
    ["generation", { generation: "v1" }],
    ["channel", { channel: "whatsapp" }],
    ["surface", { isChat: true }],
    ["settings", { environment: { TRANSFER_SKILL: "night-shift" } }],
    ["language", { language: "en-GB" }],
  ] as const)("of the %s lets everything happen again", async (_, changes) => {
    await session.act(words("What is my balance?"));
    await session.act({ kind: "click", text: "Savings", metadata: [{ type: "ExternalId", id: "choice-2" }] });
    const { run, turns } = session.view();
    await session.change(changes);
    const after = session.view();
    expect(after.run).toBe(run + 1);
    expect(after.turns.map(({ said }) => said)).toEqual(turns.map(({ said }) => said));
    expect(JSON.stringify(after.turns[1]?.messages)).toContain("$8,300.00");
    expect(after.notice).toContain("Replayed from the first turn: 2 turns");
  });

  it("of Clinc's health waits for the next turn, and is remembered with it", async () => {
    await session.act(words("hello"));
    const { run } = session.view();
    await session.change({ fault: "error" });
    expect(session.view()).toMatchObject({ run, notice: "" });
    await session.act(words("hello"));
    await session.change({ fault: "" });
    await session.change({ generation: "v1" });
    expect(session.view().turns.map(({ fault }) => fault)).toEqual(["", "answers with a server error (500)"]);
    expect(session.view().turns[1]?.classification?.id).toBe("clinc_unavailable");
  });

  it("of the language makes a bank of the example that speaks it", async () => {
    await session.act(words("What is my balance in savings?"));
    await session.act(words("I want to talk to a person"));
    await session.change({ language: "de-DE" });
    expect(session.view().setup.environment).toMatchObject({
      CLINC_LANGUAGE: "en, de",
      TRANSFER_SKILL: "human-agents",
      TRANSFER_SKILL_DE: "human-agents-de",
    });
    expect(session.view().complaints).toEqual([]);
    expect(spoken()).toMatchObject([
      { messages: [{ kind: "text", text: "Der Stand Ihres Kontos Rainy Day Savings ist $8,300.00." }] },
      { ending: { kind: "transfer", skill: "human-agents-de" } },
    ]);
    await session.change({ language: "" });
    expect(spoken()).toMatchObject([
      { messages: [{ kind: "text", text: "Your Rainy Day Savings balance is $8,300.00." }] },
      { ending: { kind: "transfer", skill: "human-agents" } },
    ]);
  });

  it("tells what is wrong with a setting", async () => {
    await session.change({ environment: { FAILURE_LIMIT: "many" } });
    expect(session.view().complaints).toEqual([expect.stringMatching(/^FAILURE_LIMIT must be/)]);
  });
});

describe("what is said with the agent", () => {
  const said = () => session.view().lines.map(({ after, by, text }) => [after, by, text]);

  it("reaches no bot, typed or clicked, and stands after the turn that handed over", async () => {
    await session.act(words("hello"));
    await session.act(words("talk to a person"));
    await session.act(words("Are you there?"));
    await session.answer("I am.");
    await session.act({ kind: "click", text: "My balance", metadata: [] });
    expect(session.view().turns).toHaveLength(2);
    expect(said()).toEqual([
      [2, "consumer", "Are you there?"],
      [2, "agent", "I am."],
      [2, "consumer", "My balance"],
    ]);
  });

  it("is told to the bot that has the conversation back, as far as LivePerson does: the consumer's last words", async () => {
    await session.act(words("talk to a person"));
    await session.act(words("What is my balance in savings?"));
    await session.answer("The bot can tell you.");
    await session.act({ kind: "welcome" });
    expect(JSON.stringify(session.view().turns[1]?.messages)).toContain("$8,300.00");
    await expect(session.answer("Hello!")).rejects.toThrow("No agent has this conversation.");
  });

  it("is there after a replay, unless the bot then stays in", async () => {
    for (let time = 0; time < 3; time += 1) await session.act(words("Will it rain tomorrow?"));
    await session.act(words("Are you there?"));
    await session.change({ channel: "sms" });
    expect(said()).toEqual([[3, "consumer", "Are you there?"]]);
    await session.change({ environment: { TRANSFER_SKILL: "" } });
    expect(session.view().turns.at(-1)?.ending, "LivePerson itself escalates").toMatchObject({
      kind: "escalation",
    });
    expect(said()).toHaveLength(1);
    await session.change({ environment: { MISUNDERSTOOD_LIMIT: "9" } });
    expect(session.view().turns.at(-1)?.ending).toBeUndefined();
    expect(said()).toEqual([]);
  });

  it("begins anew with a new conversation", async () => {
    await session.act(words("talk to a person"));
    await session.act(words("Are you there?"));
    await session.restart();
    expect(said()).toEqual([]);
  });

  it("is in no saved file, which holds what the bot gets", async () => {
    await session.act(words("talk to a person"));
    await session.act(words("Are you there?"));
    expect(session.file().turns).toEqual(["talk to a person"]);
  });
});

describe("a new conversation", () => {
  it("waits for nothing that is under way, and what was asked meanwhile is no error", async () => {
    await session.change({ fault: "hangs" });
    const { run } = session.view();
    const underWay = session.act(words("hello"));
    const behind = session.act(words("hello?"));
    const startedAt = Date.now();
    await session.restart();
    expect(Date.now() - startedAt).toBeLessThan(2_000);
    await Promise.all([underWay, behind]);
    expect(session.view()).toMatchObject({ run: run + 1, turns: [] });
    await session.change({ fault: "" });
    await session.act(words("hello"));
    expect(session.view().turns).toHaveLength(1);
  });

  it("has a number that no earlier playground had, for pages that were left open", async () => {
    await new Promise((resolve) => setTimeout(resolve, 2));
    const other = await Session.open(SETUP);
    onTestFinished(() => other.close());
    expect(other.view().run).not.toBe(session.view().run);
  });
});

const CHOICES = {
  text: "I can help.",
  intent: "get_balance",
  liveperson: { text: "Which account?", choices: ["Checking", "Savings"] },
};

describe("an author's own answer", () => {
  const own = (clinc: OwnAnswer): Act => ({ kind: "words", text: "accounts", clinc });

  it.each(["v1", "v2"] as const)("is a turn of the conversation like any other in %s", async (generation) => {
    await session.change({ generation });
    await session.act(own(CHOICES));
    await session.act(words("hello"));
    const [turn, next] = session.view().turns;
    expect(turn).toMatchObject({
      said: "accounts",
      how: "your own answer",
      own: CHOICES,
      classification: { id: "get_balance", score: 1 },
      messages: [
        { kind: "text", text: "I can help." },
        {
          kind: "quickReplies",
          text: "Which account?",
          replies: [{ title: "Checking" }, { title: "Savings" }],
        },
      ],
    });
    expect(next?.classification?.id, "and Clinc answers the next one").toBe("clean_hello");
  });

  it("can be a status, and counts though Clinc is said to be down", async () => {
    await session.change({ fault: "error" });
    await session.act(own(CHOICES));
    await session.act(own({ status: 401, body: { detail: "No such access token." } }));
    const ids = session.view().turns.map(({ classification }) => classification?.id);
    expect(ids).toEqual(["get_balance", "key_refused"]);
  });

  it("is there after a replay, and is saved and loaded with the words that it answers", async () => {
    await session.act(own(CHOICES));
    await session.act({ kind: "click", text: "Savings", metadata: [] });
    await session.change({ channel: "sms" });
    expect(JSON.stringify(session.view().turns[0]?.messages)).toContain("2. Savings");
    const file = session.file();
    expect(file.turns).toEqual([{ say: "accounts", clinc: CHOICES }, "Savings"]);
    const before = spoken();
    await session.restart();
    await session.load(JSON.stringify(file), "own.json");
    expect(spoken()).toEqual(before);
    expect(session.file()).toEqual(file);
  });

  it("brings what the function has told its author", async () => {
    await session.act(own({ text: "Hi", liveperson: { choises: ["A"] } }));
    expect(session.view().turns[0]?.remarks).toEqual([expect.stringContaining("choises")]);
  });

  it("reaches nobody once the bot has left", async () => {
    await session.act(words("talk to a person"));
    await expect(session.act(own(CHOICES))).rejects.toThrow("The bot has left this conversation");
  });

  it("is shown on all channels without a turn, by the settings of now", async () => {
    const shown = await session.onAllChannels("accounts", CHOICES);
    const kinds = new Map(shown.map(({ title, messages }) => [title, messages.map(({ kind }) => kind)]));
    expect([...kinds.keys()]).toHaveLength(12);
    expect(kinds.get("Web")).toEqual(["text", "quickReplies"]);
    expect(kinds.get("SMS")).toEqual(["text", "text"]);
    expect(kinds.get("Chat")).not.toContain("quickReplies");
    expect(kinds.get("Unknown channel")).toEqual(["text", "text"]);
    expect(session.view().turns).toEqual([]);
    await session.change({ environment: { LIST_MESSAGE: "Pick one:" } });
    const again = await session.onAllChannels("accounts", { liveperson: { choices: ["A", "B"] } });
    expect(JSON.stringify(again.at(-1)?.messages)).toContain("Pick one:");
  });
});

describe("a conversation that goes back to a turn", () => {
  beforeEach(async () => {
    for (const text of ["What is my balance?", "Savings", "hello"]) await session.act(words(text));
  });

  it("has what came before, the turn itself, and nothing of what came later", async () => {
    const { run } = session.view();
    await session.from(2);
    expect(session.view().turns.map(({ said }) => said)).toEqual(["What is my balance?", "Savings"]);
    expect(JSON.stringify(session.view().turns[1]?.messages)).toContain("$8,300.00");
    expect(session.view()).toMatchObject({ run: run + 1, notice: "Went back to turn 2." });
  });

  it("takes a changed event instead, in the new conversation, whatever ids are in it", async () => {
    const input = session.view().turns[1]?.record.input as { payload: Record<string, unknown> } | undefined;
    await session.from(2, { ...input?.payload, message: "Checking" });
    expect(session.view().turns.map(({ said }) => said)).toEqual(["What is my balance?", "Checking"]);
    expect(JSON.stringify(session.view().turns[1]?.messages)).toContain("$1,250.40");
  });

  it("keeps what was said with an agent before it, and no more", async () => {
    await session.act(words("talk to a person"));
    await session.act(words("Are you there?"));
    await session.act({ kind: "welcome" });
    await session.from(5);
    expect(session.view().lines.map(({ text }) => text)).toEqual(["Are you there?"]);
    await session.from(4);
    expect(session.view().lines).toEqual([]);
  });

  it("needs the turn to be there", async () => {
    await expect(session.from(9)).rejects.toThrow("There is no turn 9");
    expect(session.view().turns).toHaveLength(3);
  });

  it("tells meanwhile how far it is", async () => {
    expect(session.progress).toBeUndefined();
    const seen = new Set<string>();
    const under = session.change({ generation: "v1" });
    let isDone = false;
    void under.then(() => {
      isDone = true;
    });
    while (!isDone) {
      if (session.progress) seen.add(`${session.progress.turn} of ${session.progress.of}`);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect([...seen]).toEqual(["1 of 3", "2 of 3", "3 of 3"]);
    expect(session.progress).toBeUndefined();
  });
});

describe("a turn", () => {
  it("tells its channel, and why none was found", async () => {
    await session.act(words("hello"));
    await session.load(JSON.stringify({ title: "A", turns: [{ message: "hello" }] }), "a.json");
    expect(session.view().turns[0]?.channel).toMatchObject({
      name: "unknown",
      why: expect.stringContaining("The event tells no integration"),
    });
  });
});

describe("the end of a session", () => {
  it("waits neither for a turn nor for a replay", async () => {
    await session.change({ fault: "hangs" });
    const underWay = session.act(words("hello"));
    const change = session.change({ generation: "v1" });
    const startedAt = Date.now();
    await session.close();
    expect(Date.now() - startedAt).toBeLessThan(2_000);
    await Promise.all([underWay, change]);
  });
});

describe("the record of a turn", () => {
  it.each(["v1", "v2"] as const)("holds the request and the answer of Clinc in %s", async (generation) => {
    await session.change({ generation });
    await session.act(words("hello"));
    const [exchange, ...more] = session.view().turns[0]?.record.exchanges ?? [];
    expect(more).toEqual([]);
    expect(exchange).toMatchObject({
      request: { method: "POST", url: expect.stringMatching(/\/v1\/query$/), body: { query: "hello" } },
      answer: { status: 200, body: { competency: "clean_hello" } },
      milliseconds: expect.any(Number),
    });
  });

  it.each(["v1", "v2"] as const)("tells how long a silent Clinc was waited for in %s", async (generation) => {
    await session.change({ generation, fault: "hangs", environment: { CLINC_TIMEOUT_MS: "1000" } });
    await session.act(words("hello"));
    const [exchange] = session.view().turns[0]?.record.exchanges ?? [];
    expect(exchange?.milliseconds).toBeGreaterThan(900);
  });

  it.each(["v1", "v2"] as const)("holds what came instead of an answer in %s", async (generation) => {
    await session.change({ generation, fault: "html" });
    await session.act(words("hello"));
    await session.change({ fault: "hangs_up" });
    await session.act(words("hello"));
    const exchanges = session.view().turns.map(({ record }) => record.exchanges);
    expect(exchanges[0]?.[0]?.answer?.body).toMatch(/^<!doctype html>/);
    expect(exchanges[1]?.[0]).toMatchObject({ failure: expect.stringMatching(/./) });
  });
});

describe("a conversation with a record", () => {
  const kept = () => session.view().turns.at(-1)?.record.kept;

  it.each(["v1", "v2"] as const)(
    "shows in %s what LivePerson sees, and what the function sees",
    async (generation) => {
      await session.change({ generation, record: true });
      await session.act(words("What is my balance?"));
      expect(kept()?.livePerson).toMatchObject({
        agent: { rev: 1, turns: [{ intent: "get_balance" }] },
        bot: { rev: 1, sealed: expect.stringMatching(/^[\w+/]{40,}=*$/) },
      });
      expect(JSON.stringify(kept()?.livePerson)).not.toMatch(/Savings|Which account/);
      expect(kept()?.bot).toMatchObject({
        bot: { open: { shown: [{ title: "Checking" }, { title: "Savings" }] }, replies: [expect.anything()] },
      });
    },
  );

  it.each(["v1", "v2"] as const)("tells its calls in %s from the question to Clinc", async (generation) => {
    await session.change({ generation, record: true });
    await session.act(words("hello"));
    const exchanges = session.view().turns[0]?.record.exchanges ?? [];
    const called = exchanges.map(({ to, request }) => `${to}: ${request.method}`);
    expect(called.filter((call) => call.startsWith("Clinc"))).toEqual(["Clinc: POST"]);
    expect(called).toEqual(expect.arrayContaining(["the record: GET", "the record: PATCH"]));
  });

  it("needs the switch", async () => {
    await session.act(words("hello"));
    expect(kept()).toBeUndefined();
    await session.change({ record: true });
    expect(kept()).toBeDefined();
  });

  it("has nothing before the first words, and after what the bot answers by itself", async () => {
    await session.change({ record: true });
    await session.act({ kind: "file" });
    expect(session.view().turns).toHaveLength(1);
    expect(kept()).toBeUndefined();
  });

  it("is known to all instances, which take turns", async () => {
    const typed = { channel: "sms", instances: 2 };
    await session.change(typed);
    for (const text of ["What is my balance?", "2"]) await session.act(words(text));
    const told = () => JSON.stringify(session.view().turns[1]?.messages);
    expect(told()).not.toContain("$8,300.00");
    await session.change({ record: true });
    expect(told()).toContain("$8,300.00");
    expect(session.view().turns.map(({ record }) => record.instance)).toEqual([1, 2]);
    await session.change({ generation: "v1" });
    expect(session.view().turns.map(({ record }) => record.instance)).toEqual([0, 0]);
  });

  it("is saved with its instances, and loaded again", async () => {
    await session.change({ instances: 3, record: true });
    await session.act(words("hello"));
    const file = session.file();
    expect(file).toMatchObject({ instances: 3, record: true });
    await session.change({ instances: 1, record: false });
    expect(session.file()).not.toHaveProperty("instances");
    expect(session.file()).not.toHaveProperty("record");
    await session.load(JSON.stringify(file), "conversation.json");
    expect(session.view().setup).toMatchObject({ instances: 3, record: true });
    expect(kept()).toBeDefined();
  });
});

describe("a location", () => {
  it("is asked of Clinc where the bank says what to ask, and of nobody else", async () => {
    await session.act({ kind: "location" });
    expect(JSON.stringify(spoken().at(-1))).toContain("I can only read text messages");
    await session.change({ environment: { ...SETUP.environment, LOCATION_QUERY: "nearest branch" } });
    expect(JSON.stringify(spoken().at(-1))).toContain("Your nearest branch is in Leeds");
  });
});

describe("a saved conversation", () => {
  it.each([false, true])(
    "says the same again, also with all that is not words (chat: %s)",
    async (isChat) => {
      await session.change({ isChat });
      const acts: Act[] = [
        ...(isChat ? [{ kind: "welcome" } as const] : []),
        words("What is my balance?"),
        { kind: "click", text: "Savings", metadata: [{ type: "ExternalId", id: "choice-2" }] },
        { kind: "again" },
        { kind: "file" },
        { kind: "caption" },
        { kind: "location" },
        { kind: "blank" },
        words("talk to a person"),
        { kind: "welcome" },
        { kind: "post" },
      ];
      for (const act of acts) await session.act(act);
      const before = spoken();
      const file = session.file();
      expect(file).toMatchObject({ surface: isChat ? "chat" : "messaging", environment: SETUP.environment });
      expect(JSON.stringify(file)).not.toMatch(/"(convId|dialogId|conversationId|chatSessionKey)"/);

      await session.load(JSON.stringify(file), "conversation.json");
      expect(spoken()).toEqual(before);
      expect(session.file()).toEqual(file);

      const replay = await callScript("replay/replay.ts", [
        "--generation",
        "v2",
        temporaryFile("saved.json", file),
      ]);
      expect(replay.status, replay.stdout + replay.stderr).toBe(0);
      expect(replay.stdout).toContain(`${acts.length} turns in 1 conversation, 0 of them wrong`);
    },
  );

  it("keeps what was expected of a turn, but of none that was changed", async () => {
    const turns = [
      { say: "hello", expect: { choices: ["My balance", "Send money", "Choose a card"] } },
      { say: "cards", clinc: { text: "Which one?" }, expect: { text: "Which one?" } },
      { file: "What is my balance?", expect: { intent: "get_balance" } },
    ];
    await session.load(JSON.stringify({ title: "A", turns }), "a.json");
    await session.change({ generation: "v1" });
    expect(session.file().turns).toMatchObject(turns);
    await session.from(1, { message: "Goodbye" });
    expect(session.file().turns).toEqual([{ message: "Goodbye" }]);
  });

  it("keeps the channel", async () => {
    await session.act(words("hello"));
    await session.change({ channel: "sms" });
    const file = session.file();
    expect(file.environment).toEqual({ ...SETUP.environment, CHANNEL: "sms" });
    await session.change({ channel: "auto" });
    await session.load(JSON.stringify(file), "conversation.json");
    expect(session.view().setup.channel).toBe("sms");
  });

  it("keeps the language, and what was set for it", async () => {
    await session.change({ language: "es-ES", isChat: true });
    const acts: Act[] = [
      { kind: "welcome" },
      { kind: "file" },
      words("¿Cuál es mi saldo?"),
      { kind: "post" },
    ];
    for (const act of acts) await session.act(act);
    const before = spoken();
    expect(before[1]?.messages).toEqual([
      {
        kind: "text",
        text: "Lo siento, solo puedo leer mensajes de texto. Dígamelo con palabras, por favor.",
      },
    ]);
    const file = session.file();
    expect(file).toMatchObject({
      language: "es-ES",
      environment: { CLINC_LANGUAGE: "en, es", TRANSFER_SKILL_ES: "human-agents-es" },
    });
    await session.change({ language: "de-DE" });
    await session.load(JSON.stringify(file), "conversation.json");
    expect(spoken()).toEqual(before);
    expect(session.file()).toEqual(file);
    const replay = await callScript("replay/replay.ts", [
      "--generation",
      "v2",
      temporaryFile("saved.json", file),
    ]);
    expect(replay.stdout).toContain("Lo siento, solo puedo leer mensajes de texto.");
    expect(replay.stdout).toContain("¿Qué cuenta?");
  });

  it("is played with the settings of its file alone, whatever language it tells and wherever it goes on", async () => {
    await session.load(JSON.stringify({ title: "A", language: "es-ES", turns: ["hola"] }), "a.json");
    await session.change({ channel: "sms" });
    const { language, environment } = session.view().setup;
    expect({ language, environment }).toEqual({ language: "es-ES", environment: {} });
  });

  it("takes nothing of a language along into a file that tells none", async () => {
    await session.change({ language: "es-ES" });
    await session.load(JSON.stringify({ title: "A", turns: ["hello"] }), "a.json");
    const { language, environment } = session.view().setup;
    expect({ language, environment }).toEqual({ language: "", environment: {} });
    expect(session.file()).not.toHaveProperty("language");
  });

  it("goes on with the agent after a transfer: words of both, and no command", async () => {
    const turns = ["talk to a person", { agent: "/clinc" }, "How long?", { agent: "Five days." }, "Thanks"];
    await session.load(JSON.stringify({ title: "A", turns }), "a.json");
    const { lines, turns: taken, notice } = session.view();
    expect(taken).toHaveLength(1);
    expect(lines.map(({ after, by, text }) => [after, by, text])).toEqual([
      [1, "consumer", "How long?"],
      [1, "agent", "Five days."],
      [1, "consumer", "Thanks"],
    ]);
    expect(notice).toContain("Played “A”: 1 turn; 1 turn of agents left out");
  });

  it("asks the bot all of it, also after a transfer, where no agent has a turn", async () => {
    await session.load(JSON.stringify({ title: "A", turns: ["talk to a person", "hello"] }), "a.json");
    expect(session.view()).toMatchObject({ turns: [{}, {}], lines: [] });
  });

  it("is played without the turns of the agent before a transfer, and says so", async () => {
    const turns = ["hello", { agent: "/clinc" }, "My balance", { agent: "Hello!" }];
    await session.load(JSON.stringify({ title: "A", turns }), "a.json");
    expect(session.view().turns).toHaveLength(2);
    expect(session.view().notice).toBe(
      "Played “A”: 2 turns; 2 turns of agents left out, as from a saved file: their commands are for npm start, their words for after a transfer.",
    );
    await session.load(JSON.stringify({ title: "A", turns: ["hello"] }), "a.json");
    expect(session.view().notice).toBe("Played “A”: 1 turn.");
  });

  it("delivers an event again as the same event: Clinc is not asked twice", async () => {
    await session.act(words("hello"));
    await session.act({ kind: "again" });
    const [first, again] = session.view().turns;
    expect(again?.messages).toEqual(first?.messages);
    expect(again?.record.exchanges).toEqual([]);
  });
});
