import { afterEach, describe, expect, it, vi } from "vitest";
import { GENERATIONS } from "../../../scripts/build/generation.ts";
import { Chance } from "../../../scripts/kit/chance.ts";
import { deliver } from "../../../scripts/stand-ins/functions/connector.ts";
import { pause } from "../../../src/runtime/deadline.ts";
import { clincBody, outOfScope, withLivePerson } from "../../fixtures/clinc-replies.ts";
import * as events from "../../fixtures/events.ts";
import { callsOf, sharedAccount, storedIn, WITHOUT_RECORD } from "../../support/instances.ts";
import { logLines } from "../../support/log-lines.ts";

const log = logLines();

afterEach(() => vi.unstubAllGlobals());

/** What the turns told the operator, beside their lines. */
const warnings = () => log.filter((line) => line.startsWith("warn")).map((line) => line.slice(13));

/** The turns' lines since the last time. */
const lines = () =>
  log.splice(0).flatMap((line) => {
    const written = line.split("[clinc] turn ")[1];
    return written ? [JSON.parse(written)] : [];
  });

/** The consumer's message with this number in the conversation. */
const says = (words: string, sequence: number) => events.messagingText(words, { sequence });

const LIST = {
  text: "Which account?",
  choices: [{ title: "Savings", say: "my savings account" }, "Checking"],
};

describe.each(GENERATIONS)("instances of %s with a record", (generation) => {
  it("count misunderstandings together", async () => {
    const account = sharedAccount(generation);
    account.clinc.answer = () => outOfScope();
    const actions = await account.time.during(async () => {
      const replies = [];
      for (const sequence of [2, 4, 6]) replies.push(await account.instance()(says("hm", sequence)));
      return replies.map((reply) => deliver(reply, false).action);
    });
    expect(actions).toEqual(["", "", 'TRANSFER {"skill":"desk"}']);
    expect(storedIn(account).agent).toMatchObject({ rev: 3, why: "not understood 3 times in a row" });
  });

  it("take a typed number for the choice that another one offered", async () => {
    const account = sharedAccount(generation);
    account.clinc.answer = (words) => (words === "pay" ? withLivePerson(LIST) : clincBody());
    await account.time.during(async () => {
      await account.instance({ CHANNEL: "sms" })(says("pay", 2));
      await account.instance({ CHANNEL: "sms" })(says("1", 5));
    });
    expect(account.asked).toEqual(["pay", "my savings account"]);
  });

  it("give a repeat the reply that another one gave", async () => {
    const account = sharedAccount(generation);
    const [first, second] = await account.time.during(async () => [
      await account.instance()(says("my balance", 2)),
      await account.instance()(says("my balance", 2)),
    ]);
    expect(second).toEqual(first);
    expect(account.asked).toEqual(["my balance"]);
    expect(lines().map(({ said }) => said)).toEqual(["words", "repeat"]);
  });

  it("apologise unasked for an event that has its answer, where that cannot be read", async () => {
    const account = sharedAccount(generation);
    const long = "x".repeat(17_000);
    account.clinc.answer = () => clincBody({ visuals: { formattedResponse: long } });
    await account.time.during(async () => {
      await account.instance()(says("my balance", 2));
      await account.instance()(says("my balance", 2));
    });
    // V1 says nothing of turns that are under way, so nothing of those that have ended.
    expect(account.asked).toHaveLength(generation === "v2" ? 1 : 2);
    const { intent } = lines().at(-1);
    expect(intent).toBe(generation === "v2" ? "earlier_turn_pending" : "get_balance");
    expect(storedIn(account).bot?.rev).toBe(generation === "v2" ? 1 : 2);
  });

  it("do not send a conversation round that another one has handed over", async () => {
    const account = sharedAccount(generation);
    const failing = { CLINC_TIMEOUT_MS: "1000", FAILURE_LIMIT: "1" };
    account.clinc.takesMs = 60_000;
    const actions = await account.time.during(async () => [
      deliver(await account.instance(failing)(says("one", 2)), false).action,
      deliver(await account.instance(failing)(says("two", 5)), false).action,
    ]);
    expect(actions).toEqual(['TRANSFER {"skill":"desk"}', ""]);
  });

  it("do not ask again what another one has asked, when the conversation comes back with it", async () => {
    const account = sharedAccount(generation);
    const welcome = { WELCOME_MESSAGE: "Welcome back." };
    const returning = (words: string) => events.transferredIn(words);
    const replies = await account.time.during(async () => {
      await account.instance(welcome)(says("my balance", 2));
      return [
        await account.instance(welcome)(returning("my balance")),
        await account.instance(welcome)(returning("something else")),
      ];
    });
    expect(replies[0]?.messages).toEqual(["Welcome back."]);
    expect(account.asked).toEqual(["my balance", "something else"]);
  });

  it("ask again what was asked before the last words, when the conversation comes back with it", async () => {
    const account = sharedAccount(generation);
    const here = account.instance({ WELCOME_MESSAGE: "Welcome back." });
    await account.time.during(async () => {
      await account.instance()(says("my balance", 2));
      await here(says("my card", 4));
      await here(events.transferredIn("my balance"));
    });
    expect(account.asked).toEqual(["my balance", "my card", "my balance"]);
  });

  it("ask what a conversation comes back with where nothing can be recognised, without WebCrypto", async () => {
    const account = sharedAccount(generation);
    await account.time.during(async () => {
      vi.stubGlobal("crypto", undefined);
      await account.instance({ WELCOME_MESSAGE: "Welcome back." })(events.transferredIn("my balance"));
    });
    expect(account.asked).toEqual(["my balance"]);
  });

  it("remember what was asked, also through a welcome that asks something else", async () => {
    const account = sharedAccount(generation);
    await account.time.during(async () => {
      await account.instance()(says("my balance", 2));
      const before = storedIn(account).bot?.lastWords;
      await account.instance()(events.transferredIn());
      expect(storedIn(account).bot?.lastWords).toBe(before);
    });
    expect(account.asked).toEqual(["my balance", "hello"]);
  });

  it("speak the language that the consumer was heard in", async () => {
    const account = sharedAccount(generation);
    const BANK = { CLINC_LANGUAGE: "en, es", UNSUPPORTED_MESSAGE_ES: "Solo texto." };
    const spanish = { conversationContext: { type: "MESSAGING", visitor: { language: "es" } } };
    await account.time.during(async () => {
      await account.instance(BANK)(events.messagingText("hola", { sequence: 2, lpEvent: spanish }));
    });
    expect(storedIn(account).bot?.language).toBe("es");
  });

  it("tell the agent what all of them have learned", async () => {
    const account = sharedAccount(generation);
    const SHOWN = { AGENT_DETAILS: "account" };
    account.clinc.answer = (words) =>
      words === "a person"
        ? clincBody({ competency: "live_agent", intent: "live_agent", slots: {} })
        : clincBody({ session_id: words });
    const agent = await account.time.during(async () => {
      await account.instance(SHOWN)(says("one", 2));
      await account.instance(SHOWN)(says("two", 4));
      return deliver(await account.instance(SHOWN)(says("a person", 6)), false).agent;
    });
    expect(agent.join()).toContain("Last intents: get balance (0.93), get balance (0.93), live agent (0.93)");
    expect(agent.join()).toContain("- account: Everyday Checking");
    expect(agent.join()).toContain("started over");
  });

  it("hide no details and take no older number where a turn between was claimed and not written down", async () => {
    const account = sharedAccount(generation);
    account.clinc.answer = (words) => (words === "pay" ? withLivePerson(LIST) : clincBody());
    const bot = () => account.instance({ CHANNEL: "sms" });
    await account.time.during(async () => {
      await bot()(says("pay", 2));
      account.disturbed = ({ method, body }) =>
        method === "PATCH" && body.includes('"agent"') ? { status: 500, body: "" } : undefined;
      await bot()(says("pay again", 5));
      account.disturbed = () => undefined;
      await bot()(says("1", 8));
    });
    expect(account.asked.at(-1)).toBe(generation === "v2" ? "1" : "my savings account");
  });

  it("spend one round trip before Clinc and one after, and tell the service once how long to keep things", async () => {
    const account = sharedAccount(generation);
    const bot = account.instance();
    const claim = generation === "v2" ? ["PATCH claim"] : [];
    const kept = generation === "v2" ? "PATCH agent bot claim" : "PATCH agent bot";
    await account.time.during(async () => {
      await bot(says("one", 2));
      expect(callsOf(account)).toEqual(["GET", "POST", "POST", ...claim, kept]);
      await bot(says("two", 4));
      expect(callsOf(account)).toEqual(["GET", ...claim, kept]);
    });
    const [first, second] = lines();
    expect(first).toMatchObject({ record: "on", clincMs: 1_000 });
    expect(second).toMatchObject({ record: "on", contextMs: 40, clincMs: 1_000, totalMs: 1_040, ownMs: 0 });
    expect(account.context.lasting()).toEqual([]);
  });

  it("neither read nor write for own words and in public, and do not write for a welcome of their own", async () => {
    const account = sharedAccount(generation);
    const bot = account.instance({ WELCOME_MESSAGE: "Welcome." });
    await account.time.during(async () => {
      for (const input of [
        events.file(),
        events.location(),
        events.messagingText(" "),
        events.surveyAnswer("5"),
      ])
        await bot(input);
      await bot(
        events.messagingText("hi", { lpEvent: { metadata: [events.socialData("Twitter", "Public")] } }),
      );
      expect(callsOf(account)).toEqual([]);
      await bot(events.transferredIn());
      expect(callsOf(account)).toEqual(["GET"]);
    });
    expect(storedIn(account)).toEqual({});
  });

  it("take in a location that Clinc is asked about, in the consumer's language", async () => {
    const account = sharedAccount(generation);
    const bot = account.instance({ CLINC_LANGUAGE: "de, en", LOCATION_QUERY_EN: "nearest branch" });
    await account.time.during(() => bot(events.location()));
    expect(callsOf(account).at(0)).toBe("GET");
    expect(Object.keys(storedIn(account))).toEqual(expect.arrayContaining(["agent", "bot"]));
    expect(JSON.stringify(storedIn(account))).not.toMatch(/42\.28|83\.74/);
  });

  it("have no record of a conversation whose id the service could not carry", async () => {
    const account = sharedAccount(generation);
    await account.time.during(() =>
      account.instance()(
        events.messagingText("hi", { convId: "a/b?c", lpEvent: { conversationId: "a/b?c" } }),
      ),
    );
    expect(account.calls).toEqual([]);
    expect(lines()[0]).toMatchObject({ record: "off", contextMs: 0 });
  });

  it("call nothing without the key of the service", async () => {
    const account = sharedAccount(generation);
    await account.time.during(() => account.instance({}, WITHOUT_RECORD)(says("hi", 2)));
    expect(account.calls).toEqual([]);
    expect(warnings()).toEqual([]);
    expect(lines()[0]).toMatchObject({ record: "off", contextMs: 0, waitedMs: 0, totalMs: 1_000 });
  });

  it("say once that the account is not known", async () => {
    const account = sharedAccount(generation);
    const bot = account.instance({ CONTEXT_ACCOUNT: "" });
    await account.time.during(async () => {
      await bot(says("one", 2));
      await bot(says("two", 4));
    });
    expect(warnings()).toEqual([
      "context_account_unknown: set CONTEXT_ACCOUNT, or conversations have no record",
    ]);
    expect(account.calls).toEqual([]);
  });

  it.each(["BRAND_ID", "X_LIVEPERSON_BRAND_ID"])(
    "keep records in the account that %s names",
    async (name) => {
      const account = sharedAccount(generation);
      await account.time.during(() =>
        account.instance({ CONTEXT_ACCOUNT: "", [name]: "12345678" })(says("hi", 2)),
      );
      expect(storedIn(account).bot).toMatchObject({ rev: 1, sequence: 2 });
    },
  );

  it("have no record, and do no harm, while the bot is switched off", async () => {
    const account = sharedAccount(generation);
    const secrets = {
      clinc_host: "api.clinc.example",
      clinc_app_key: "k",
      clinc_context_key: "k",
      clinc_off: "apology",
    };
    await account.time.during(() => account.instance({}, secrets)(says("hi", 2)));
    expect(account.calls).toEqual([]);
    expect(lines()[0]).toMatchObject({ intent: "switched_off", record: "off" });
  });

  it("forget what was written with another App-Key, and go on", async () => {
    const account = sharedAccount(generation);
    account.clinc.answer = () => withLivePerson(LIST);
    await account.time.during(async () => {
      await account.instance({ CHANNEL: "sms" })(says("pay", 2));
      const rotated = { clinc_host: "api.clinc.example", clinc_app_key: "another-key" };
      const secrets = { ...rotated, clinc_context_key: "bW9jay1jb250ZXh0LWtleQ==" };
      await account.instance({ CHANNEL: "sms" }, secrets)(says("1", 5));
    });
    expect(account.asked).toEqual(["pay", "1"]);
    expect(storedIn(account).bot).toMatchObject({ rev: 2 });
  });

  it("trust themselves where their last write was not heard, and write all of it the next time", async () => {
    const account = sharedAccount(generation);
    account.clinc.answer = () => outOfScope();
    const bot = account.instance();
    await account.time.during(async () => {
      await bot(says("one", 2));
      account.disturbed = ({ method }) => (method === "PATCH" ? { status: 500, body: "" } : undefined);
      await bot(says("two", 4));
      account.disturbed = () => undefined;
      const third = await bot(says("three", 6));
      expect(deliver(third, false).action).toBe('TRANSFER {"skill":"desk"}');
    });
    expect(storedIn(account).agent).toMatchObject({ rev: 3, turns: [{}, {}, {}] });
  });

  it("write nothing where they could not read: it would put something old over something new", async () => {
    const account = sharedAccount(generation);
    const bot = account.instance();
    await account.time.during(async () => {
      account.disturbed = ({ method }) => (method === "GET" ? { status: 500, body: "" } : undefined);
      await bot(says("one", 2));
      expect(callsOf(account)).toEqual(["GET"]);
    });
    expect(warnings()).toEqual([expect.stringMatching(/^context_\w+: /)]);
    expect(lines()[0]).toMatchObject({ record: "failed", outcome: "continue" });
    expect(storedIn(account)).toEqual({});
  });
});

describe("instances of V2, each of which serves one request", () => {
  it("answer two messages in the order in which they were sent", async () => {
    const account = sharedAccount("v2");
    const replies: string[] = [];
    await account.time.during(async () => {
      await account.instance()(says("zero", 2));
      const send = async (words: string, sequence: number, afterMs: number) => {
        await new Promise<void>((resolve) => setTimeout(resolve, afterMs));
        await account.instance()(says(words, sequence));
        replies.push(words);
      };
      await Promise.all([send("first", 4, 0), send("second", 5, 100)]);
    });
    expect(replies).toEqual(["first", "second"]);
    expect(account.asked).toEqual(["zero", "first", "second"]);
  });

  it("ask Clinc once when an event is delivered again while its turn is under way", async () => {
    const account = sharedAccount("v2");
    const replies = await account.time.during(() => {
      const again = new Promise<void>((resolve) => setTimeout(resolve, 100));
      return Promise.all([
        account.instance()(says("one", 2)),
        again.then(() => account.instance()(says("one", 2))),
      ]);
    });
    expect(account.asked).toEqual(["one"]);
    expect(replies[1]).toEqual(replies[0]);
  });

  it.each(Array.from({ length: 40 }, (_, seed) => seed))(
    "ask Clinc once about an event that comes again 100 ms later, though the service takes up to 300 ms: %i",
    async (seed) => {
      const account = sharedAccount("v2");
      const chance = new Chance(seed);
      account.latencyMs = () => chance.between(20, 300);
      const [here, there] = [account.instance(), account.instance()];
      const slow = (ahead: number, bot: typeof here, words: string, sequence: number) =>
        account.time.byClockAhead(ahead, () => bot(says(words, sequence)));
      const replies = await account.time.during(async () => {
        await slow(0, here, "one", 2);
        await slow(chance.between(-1_000, 1_000), there, "two", 4);
        const again = pause(100).then(() => slow(chance.between(-1_000, 1_000), there, "three", 6));
        const both = await Promise.all([slow(0, here, "three", 6), again]);
        await slow(0, there, "four", 8);
        return both;
      });
      expect(account.asked).toEqual(["one", "two", "three", "four"]);
      expect(replies[1]).toEqual(replies[0]);
      expect(lines().at(-1)).toMatchObject({ said: "words", sequence: "8", waitedMs: 0 });
    },
  );

  it("leave nothing for ever of a conversation that begins while they know the service", async () => {
    const account = sharedAccount("v2");
    const bot = account.instance();
    await account.time.during(async () => {
      await bot(says("one", 2));
      callsOf(account);
      await bot(events.messagingText("hi", { convId: "new", lpEvent: { conversationId: "new" } }));
    });
    expect(callsOf(account)).toEqual(["GET", "PATCH claim", "POST", "PATCH claim", "PATCH agent bot claim"]);
    expect(account.context.lasting()).toEqual([]);
  });

  it("keep nobody waiting for a turn that could not read", async () => {
    const account = sharedAccount("v2");
    const [here, there] = [account.instance(), account.instance()];
    await account.time.during(async () => {
      await here(says("one", 2));
      account.disturbed = ({ method }) => (method === "GET" ? { status: 500, body: "" } : undefined);
      await here(says("two", 4));
      account.disturbed = () => undefined;
      lines();
      await there(says("three", 6));
    });
    expect(lines()).toMatchObject([{ waitedMs: 0 }]);
    expect(account.asked).toEqual(["one", "two", "three"]);
  });

  it("keep nobody waiting for a repeat of what was answered", async () => {
    const account = sharedAccount("v2");
    const [here, there] = [account.instance(), account.instance()];
    await account.time.during(async () => {
      await here(says("one", 2));
      await there(says("two", 4));
      await here(says("two", 4));
      lines();
      await there(says("three", 6));
    });
    expect(lines()).toMatchObject([{ waitedMs: 0 }]);
    expect(account.asked).toEqual(["one", "two", "three"]);
  });

  it("apologise for an event that another one does not end, unasked, and ask about a later one all the same", async () => {
    const account = sharedAccount("v2");
    const isClaim = (body: string) => body.includes("claim") && !body.includes('"agent"');
    await account.time.during(async () => {
      // The holder dies: nothing of it is heard after its claim.
      account.clinc.takesMs = 600_000;
      void account.instance({ CLINC_TIMEOUT_MS: "11000" })(says("one", 2));
      await new Promise<void>((resolve) => setTimeout(resolve, 200));
      expect(account.calls.some(({ body }) => isClaim(body))).toBe(true);
      account.clinc.takesMs = 1_000;
      const same = account.instance()(says("one", 2));
      const later = account.instance()(says("two", 3));
      expect((await same).context.intentId).toBe("earlier_turn_pending");
      expect((await later).context.intentId).toBe("get_balance");
    });
    expect(account.asked).toEqual(["one", "two"]);
    expect(warnings()).toEqual(["earlier_turn_unknown: an earlier turn on another instance has not ended"]);
    const waited = lines().map(({ intent, waitedMs }) => [intent, waitedMs > 5_000]);
    expect(waited).toEqual([
      ["earlier_turn_pending", true],
      ["get_balance", true],
    ]);
  });
});
