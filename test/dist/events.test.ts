import { describe, expect, it } from "vitest";
import { deliver } from "../../scripts/stand-ins/functions/connector.ts";
import type { LoadedFunction } from "../../scripts/stand-ins/functions/load-function.ts";
import { clincBody, competency, withLivePerson } from "../fixtures/clinc-replies.ts";
import * as events from "../fixtures/events.ts";
import { loadBuiltOn } from "../support/built.ts";
import { clincAnswering } from "../support/clinc.ts";
import { serve } from "../support/loopback-server.ts";
import { turnLine } from "../support/turn-line.ts";

const LIST = {
  text: "Which account?",
  choices: [
    { title: "Checking", say: "my checking account" },
    { title: "Savings", say: "my savings account" },
  ],
};

/** A turn that must go well: what everybody sees of it, and its line in the log. */
async function turn({ invoke }: LoadedFunction, input: unknown, isChat = false) {
  const { result, error, logs } = await invoke(input);
  expect(error).toBeUndefined();
  const delivery = deliver(result, isChat);
  expect(delivery.problems).toEqual([]);
  return { ...delivery, line: turnLine(logs), logs: logs.map(({ text }) => text).join("\n") };
}

describe.each(["V1", "V2"] as const)("the built file on %s", (platform) => {
  /** A new instance beside a Clinc that answers with these bodies, and what that Clinc was asked. */
  async function start(environment: Record<string, string>, ...bodies: unknown[]) {
    const { host, asked } = await clincAnswering(...bodies);
    const bot = await loadBuiltOn(platform, { host, environment });
    return { bot, asked: () => asked.map(({ query }) => query), queries: asked };
  }

  describe("takes the platform's words for nobody's", () => {
    it("says the bank's welcome when a chat opens", async () => {
      const { bot, asked } = await start({ WELCOME_MESSAGE: "Welcome." });
      expect(await turn(bot, events.chatWelcome(), true)).toMatchObject({ consumer: ["Welcome."] });
      expect(asked()).toEqual([]);
    });

    it("asks the welcome query where there is no such welcome, wherever the line stands", async () => {
      const { bot, asked } = await start({}, clincBody(), clincBody());
      await turn(bot, events.chatWelcome(), true);
      const inMessage = events.chatWelcome();
      inMessage.payload.message = events.CHAT_GREETING;
      inMessage.payload.convId = "H1-2K3";
      await turn(bot, inMessage, true);
      expect(asked()).toEqual(["hello", "hello"]);
    });
  });

  describe("answers nobody's account in public", () => {
    it("invites once, in public, and then keeps silent with a remark", async () => {
      const { bot, asked } = await start({});
      const first = await turn(bot, events.social("What is my balance?", { sequence: 1 }));
      expect(first).toMatchObject({
        inPublic: ["Please send us a private message, so that we can help you safely."],
        consumer: [],
        action: "",
        classification: "public post (public_post) 0.00",
        line: { said: "public", outcome: "continue" },
      });
      const second = await turn(bot, events.social("Hello?", { sequence: 2 }));
      expect(second).toMatchObject({ inPublic: [], consumer: ["(waits 1 s)"] });
      expect(second.logs).toContain("PUBLIC_MESSAGE was said less than ten minutes ago");
      expect(asked()).toEqual([]);
    });

    it("keeps silent where it cannot post, and says so", async () => {
      const { bot, asked } = await start({});
      const { inPublic, consumer, logs } = await turn(
        bot,
        events.social("What is my balance?", { data: { replyToId: undefined } }),
      );
      expect([inPublic, consumer]).toEqual([[], ["(waits 1 s)"]]);
      expect(logs).toContain("no replyToId");
      expect(asked()).toEqual([]);
    });

    it("answers what is private, and after it a welcome that does not say where it is", async () => {
      const { bot, asked } = await start({}, clincBody(), clincBody());
      const write = (channel: "Public" | "Private", sequence: number) =>
        turn(bot, events.social("What is my balance?", { network: "Twitter", channel, sequence }));
      await write("Public", 1);
      expect((await turn(bot, events.transferredIn("What is my balance?"))).consumer).toEqual([
        "(waits 1 s)",
      ]);
      expect(asked()).toEqual([]);
      expect((await write("Private", 3)).consumer).toEqual(["Your balance is $1,250.40."]);
      await turn(bot, events.transferredIn("And my savings?"));
      expect(asked()).toEqual(["What is my balance?", "And my savings?"]);
    });

    it("invites to a welcome that says that it is public", async () => {
      const { bot, asked } = await start({ PUBLIC_MESSAGE: "Write to us." });
      const metadata = [events.socialData("Facebook", "Public")];
      expect(await turn(bot, events.transferredIn("my balance?", { metadata }))).toMatchObject({
        inPublic: ["Write to us."],
        consumer: [],
      });
      expect(asked()).toEqual([]);
    });
  });

  it.each([
    ["an agent's line on chat", events.agentsLine("I will look it up."), "source"],
    ["a text for agents", events.privateText("Fraud?"), "messageAudience"],
    ["an answer to the survey", events.surveyAnswer("5"), "dialogType"],
  ])("says nothing to %s, and what told it", async (_, input, told) => {
    const { bot, asked } = await start({});
    const { consumer, line, classification } = await turn(bot, input);
    expect(consumer).toEqual(["(waits 1 s)"]);
    expect(classification).toBe("not consumer (not_consumer) 0.00");
    expect(line).toMatchObject({ said: "not_consumer", told, queries: 0 });
    expect(asked()).toEqual([]);
  });

  it("tells Clinc the customer of a chat who has signed in, and of no other", async () => {
    const { bot, queries } = await start({ CLINC_EXTERNAL_USER: "customer" }, clincBody(), clincBody());
    await turn(bot, events.chatText("hi", 1, events.chatCustomer(true)), true);
    await turn(bot, events.chatText("hi", 2, events.chatCustomer(false)), true);
    expect(queries.map(({ external_user_id }) => external_user_id)).toEqual(["c-2002", undefined]);
  });

  it("says when it left out an id that Clinc would not take, and not the id", async () => {
    const { bot, queries } = await start({ CLINC_EXTERNAL_USER: "visitor" }, clincBody());
    const conversationContext = { visitor: { consumerId: "Zoë" } };
    const { logs } = await turn(bot, events.messagingText("hi", { lpEvent: { conversationContext } }));
    expect(queries[0]).not.toHaveProperty("external_user_id");
    expect(logs).toContain("the id of CLINC_EXTERNAL_USER was left out");
    expect(logs).not.toContain("Zo");
  });

  it("names Clinc's query in the turn's line, also when its reply cannot be used", async () => {
    const qid = "00000000-0000-4000-8000-000000002001";
    const unusable = clincBody({ visuals: undefined });
    const { bot } = await start({ FAILURE_LIMIT: "0" }, clincBody(), unusable, "<html>");
    const lines: unknown[] = [];
    for (const sequence of [1, 2, 3])
      lines.push((await turn(bot, events.messagingText("hi", { sequence }))).line.qid);
    expect(lines).toEqual([qid, qid, undefined]);
  });

  describe("keeps a question open through everything but Clinc's next answer", () => {
    const closed = events.messagingText("2", { sequence: 90 });
    const between: Array<[what: string, input: unknown, next: number]> = [
      ["a file", events.file(), 6],
      ["a location", events.location(), 6],
      ["a blank", events.messagingText("\u200b", { sequence: 3 }), 5],
      ["an agent's text", events.privateText("hi"), 5],
      ["a public post", events.social("hi", { sequence: 3 }), 5],
      ["the offer once more", events.messagingText("balance", { sequence: 1 }), 3],
      ["the bank's welcome", events.transferredIn(), 3],
    ];

    it.each(between)("%s", async (_, input, next) => {
      const { bot, asked } = await start(
        { CHANNEL: "sms", WELCOME_MESSAGE: "Welcome." },
        withLivePerson(LIST),
        clincBody(),
        clincBody(),
      );
      await turn(bot, events.messagingText("balance", { sequence: 1 }));
      await turn(bot, input);
      await turn(bot, events.messagingText("2", { sequence: next }));
      await turn(bot, closed);
      expect(asked()).toEqual(["balance", "my savings account", "2"]);
    });

    const failures: Array<[what: string, status: number, body: string]> = [
      ["a server error", 500, "{}"],
      ["a busy Clinc", 503, "{}"],
      ["a throttled query", 429, '{"detail":"Request was throttled."}'],
      ["a refused query", 400, "{}"],
      ["nonsense", 200, "<html>"],
      ["a reply without visuals", 200, '{"qid":"1"}'],
    ];

    it.each(failures)("%s", async (_, status, body) => {
      const asked: unknown[] = [];
      const good = [withLivePerson(LIST), undefined, clincBody()].map((one) => JSON.stringify(one));
      const host = await serve(async (request, response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(chunk as Buffer);
        asked.push(JSON.parse(Buffer.concat(chunks).toString("utf8")).query);
        const answer = good[asked.length - 1];
        response.writeHead(answer ? 200 : status, { "content-type": "application/json" });
        response.end(answer ?? body);
      });
      const bot = await loadBuiltOn(platform, { host, environment: { CHANNEL: "sms", FAILURE_LIMIT: "0" } });
      await turn(bot, events.messagingText("balance", { sequence: 1 }));
      for (const sequence of [2, 3]) await turn(bot, events.messagingText("2", { sequence }));
      expect(asked).toEqual(["balance", "my savings account", "my savings account"]);
    });
  });

  it.each(["２", "٢", "2️⃣", "2. Savings", "2) savings", "(2)", "sav\u200bings", "SAVINGS"])(
    "takes %j for a choice while a numbered list is open, and only then",
    async (words) => {
      const { bot, asked } = await start({ CHANNEL: "sms" }, withLivePerson(LIST), clincBody(), clincBody());
      await turn(bot, events.messagingText("balance", { sequence: 1 }));
      await turn(bot, events.messagingText(words, { sequence: 2 }));
      await turn(bot, events.messagingText(words, { sequence: 3 }));
      expect(asked()).toEqual(["balance", "my savings account", words]);
    },
  );

  it("takes an amount and a date for what they are, whatever is open", async () => {
    const words = ["$2", "2.00", "2 dollars", "on 2. May", "2/5", "2 Savings"];
    const lists = words.map(() => withLivePerson(LIST));
    const { bot, asked } = await start({ CHANNEL: "sms" }, withLivePerson(LIST), ...lists);
    await turn(bot, events.messagingText("balance", { sequence: 1 }));
    for (const [index, text] of words.entries())
      await turn(bot, events.messagingText(text, { sequence: index + 2 }));
    expect(asked()).toEqual(["balance", ...words]);
  });

  describe("does not ask again what was asked, when a conversation comes back with it", () => {
    const handOver = competency("live_agent", "One moment.");
    const said: Array<[what: string, input: unknown, last: string]> = [
      ["a number of a list", events.messagingText("2", { sequence: 2 }), "2"],
      ["a number in another script", events.messagingText("٢", { sequence: 2 }), "٢"],
      ["a line of a list", events.messagingText("2. Savings", { sequence: 2 }), "2. Savings"],
      ["a label", events.messagingText(" savings\n", { sequence: 2 }), "savings"],
      ["a click", events.click("Savings", "choice-2"), "Savings"],
      ["a caption", events.file("Why was I charged this?"), "Why was I charged this?"],
      ["half a character", events.messagingText("hi \ud83d", { sequence: 2 }), "hi \ud83d"],
    ];

    it.each(said)("%s", async (_, input, last) => {
      const environment = { CHANNEL: "sms", TRANSFER_SKILL: "desk", WELCOME_MESSAGE: "Welcome back." };
      const { bot, asked } = await start(environment, withLivePerson(LIST), handOver, clincBody());
      await turn(bot, events.messagingText("balance", { sequence: 1 }));
      expect((await turn(bot, input)).action).toBe('TRANSFER {"skill":"desk"}');
      expect((await turn(bot, events.transferredIn(last))).consumer).toEqual(["Welcome back."]);
      expect(asked()).toHaveLength(2);
    });
  });

  it("asks the caption of a file, and U+FFFD for half a character", async () => {
    const { bot, asked } = await start({}, clincBody(), clincBody());
    const { line } = await turn(bot, events.file("Why was I charged this?"));
    await turn(bot, events.messagingText("hi \ud83d", { sequence: 5 }));
    expect(asked()).toEqual(["Why was I charged this?", "hi \ufffd"]);
    expect(line.said).toBe("words");
  });
});
