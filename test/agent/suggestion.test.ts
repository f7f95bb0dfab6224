import { describe, expect, it } from "vitest";
import { MOCK_ASSIST_AI_VERSION } from "../../scripts/stand-ins/clinc/assist.ts";
import { CLINC_FAULTS, type ClincFaultName } from "../../scripts/stand-ins/clinc/faults.ts";
import { MOCK_AI_VERSION } from "../../scripts/stand-ins/clinc/server.ts";
import { toolbeltV2 } from "../../scripts/stand-ins/functions/toolbelt.ts";
import { startAsking, suggester } from "../../src/agent/suggestion.ts";
import { accessKeeper } from "../../src/clinc/access.ts";
import { clincAsker } from "../../src/clinc/ask.ts";
import { clincClient } from "../../src/clinc/client.ts";
import { Deadline } from "../../src/runtime/deadline.ts";
import { secretReader } from "../../src/runtime/secrets.ts";
import type { Transport } from "../../src/runtime/transport.ts";
import { recordParts } from "../fixtures/record.ts";
import {
  agentSettingsFor,
  type BankOnLoopback,
  bankOnLoopback,
  CONVERSATION_ID as ID,
} from "../support/agent-side.ts";
import { TRANSPORTS } from "../support/transports.ts";

/** What a suggestion comes to for each way in which Clinc fails at once, and how often it is asked. */
const FAILURES: Partial<Record<ClincFaultName, [reason: string, queries: number]>> = {
  huge: ["clinc_unusable_reply", 1],
  resets: ["clinc_unreachable", 1],
  html: ["clinc_unusable_reply", 1],
  blank: ["clinc_unusable_reply", 1],
  nonsense: ["clinc_unusable_reply", 1],
  null: ["clinc_unusable_reply", 1],
  redirects: ["host_wrong", 1],
  wrong_key: ["key_refused", 1],
  key_refused_politely: ["key_refused", 1],
  no_api: ["host_wrong", 1],
  refuses_query: ["clinc_refused_query", 1],
  throttles: ["clinc_throttled", 1],
  throttles_briefly: ["clinc_throttled", 2],
  busy: ["clinc_unavailable", 2],
  error: ["clinc_unavailable", 1],
  bad_gateway: ["clinc_unavailable", 1],
};

function suggesterOf(bank: BankOnLoopback, transport: Transport, environment: Record<string, string> = {}) {
  const settings = agentSettingsFor(environment);
  const records = [bank.records(transport)];
  const suggest = suggester({ secrets: bank.keptSecrets(), transport, settings, records });
  const trace = startAsking();
  return {
    trace,
    suggest: (words: string, id = ID, milliseconds = 5_000) =>
      suggest(id, words, new Deadline(milliseconds), trace),
  };
}

/** What Clinc was asked, in its own terms. */
function queriesTo({ clinc }: BankOnLoopback): Array<Record<string, unknown>> {
  return clinc.seen.map(({ body }) => JSON.parse(body));
}

describe.each(TRANSPORTS)("a suggestion through $platform", ({ platform, transport }) => {
  it("is Clinc's text, with choices as words, the intent and the score", async () => {
    const { suggest, trace } = suggesterOf(await bankOnLoopback(), transport);
    expect(await suggest("How long does a new card take?")).toEqual({
      status: "ok",
      text: "A replacement card arrives within five working days.\n\nWould you like it sent to your home or to a branch?\nTo my home\nTo a branch",
      intent: "card_replacement",
      score: 0.97,
    });
    expect(trace).toMatchObject({ queries: 1, qid: expect.stringMatching(/^[\w-]{36}$/), remarks: [] });
  });

  it("tells Clinc the words and the voice, an AI version of its own, and nobody's id", async () => {
    const bank = await bankOnLoopback();
    await suggesterOf(bank, transport, { CLINC_DEVICE: "desk", CLINC_LANGUAGE: "es" }).suggest(
      "mi saldo ahora",
    );
    expect(queriesTo(bank)).toEqual([
      {
        query: "mi saldo ahora",
        language: "es",
        device: "desk",
        dialog_seed: `${ID}-assist`,
        ai_version: MOCK_ASSIST_AI_VERSION,
      },
    ]);
    expect(bank.clinc.seen[0]?.headers.authorization).toBe(`App-Key ${bank.secrets.clinc_app_key}`);
  });

  it("has a dialog of its own: follow-ups are understood, and the bot's dialog never moves", async () => {
    const bank = await bankOnLoopback();
    const keeper = accessKeeper(secretReader(toolbeltV2(bank.secrets)), "clinc");
    const askAsBot = clincAsker(keeper, clincClient(transport));
    const bot = async (words: string) => {
      const question = {
        words,
        conversationId: ID,
        externalUserId: "",
        device: "liveperson",
        language: "en",
      };
      return (await askAsBot(question, new Deadline(5_000), startAsking())).visuals;
    };
    const { suggest } = suggesterOf(bank, transport);

    expect(await bot("send $20")).toMatchObject({ formattedResponse: "To which account?" });
    expect(await suggest("What is my balance?")).toMatchObject({ text: "Which account?\nChecking\nSavings" });
    expect(await suggest("the savings account")).toMatchObject({
      text: "Your Rainy Day Savings balance is $8,300.00.",
    });
    expect(await bot("savings")).toMatchObject({
      formattedResponse: "Send $20.00 to Rainy Day Savings, right?",
    });

    const seen = queriesTo(bank).map(({ dialog_seed, ai_version }) => [dialog_seed, ai_version]);
    const [bots, assists] = [
      [ID, MOCK_AI_VERSION],
      [`${ID}-assist`, MOCK_ASSIST_AI_VERSION],
    ];
    expect(seen).toEqual([bots, assists, assists, bots]);
  });

  it.each([
    ["low_score", "I need the papers", { intent: "documents", score: 0.31 }],
    ["out_of_scope", "Will it rain tomorrow?", { intent: "out_of_scope", score: 0.22 }],
    ["refused", "I want to talk to a person", { intent: "faq_agent_handover", score: 0.97 }],
    ["refused", "that's all, goodbye", { intent: "clean_goodbye", score: 0.97 }],
    ["too_short", "balance", {}],
    ["too_short", "  … ?! 👍 ", {}],
  ])("is %s for %j, without a text", async (status, words, more) => {
    expect(await suggesterOf(await bankOnLoopback(), transport).suggest(words)).toEqual({ status, ...more });
  });

  it("asks nothing for a few words, as many as the bank says", async () => {
    const bank = await bankOnLoopback();
    expect(
      await suggesterOf(bank, transport, { ASSIST_MIN_WORDS: "5" }).suggest("what is my balance"),
    ).toEqual({
      status: "too_short",
    });
    expect(bank.clinc.seen).toEqual([]);
    const { suggest } = suggesterOf(bank, transport, { ASSIST_MIN_WORDS: "1" });
    expect(await suggest("balance")).toMatchObject({ status: "ok" });
  });

  it.each([
    ["no AI version for it", { clinc_assist_ai_version: "" }, "assist_version_missing"],
    ["the bot's own", { clinc_assist_ai_version: MOCK_AI_VERSION }, "assist_version_is_the_bots"],
    [
      "the bot's own in capitals",
      {
        clinc_ai_version: "ABCDEF00-0000-4000-8000-000000000101",
        clinc_assist_ai_version: "abcdef00-0000-4000-8000-000000000101",
      },
      "assist_version_is_the_bots",
    ],
    ["a bot that is switched off", { clinc_off: "apology" }, "switched_off"],
  ])("is off with %s, named, and Clinc is not asked", async (_, changes, reason) => {
    const bank = await bankOnLoopback();
    Object.assign(bank.secrets, changes);
    for (const words of ["What is my balance?", "hi"])
      expect(await suggesterOf(bank, transport).suggest(words)).toEqual({
        status: "off",
        fault: expect.objectContaining({ responsible: "settings", reason }),
      });
    expect(bank.clinc.seen).toEqual([]);
  });

  it.each([
    ["an AI version that is none", { clinc_assist_ai_version: "prod" }, "ai_version_malformed"],
    ["no host", { clinc_host: "" }, "secret_missing"],
    ["no App-Key", { clinc_app_key: "" }, "secret_missing"],
    ["a malformed host", { clinc_host: "ftp://x.example" }, "host_malformed"],
  ])("is unavailable with %s, and Clinc is not asked", async (_, changes, reason) => {
    const bank = await bankOnLoopback();
    Object.assign(bank.secrets, changes);
    const suggestion = await suggesterOf(bank, transport).suggest("What is my balance?");
    expect(suggestion).toMatchObject({ status: "unavailable", fault: { responsible: "settings", reason } });
    for (const value of Object.values(changes).filter(Boolean))
      expect(String(suggestion.fault)).not.toContain(value);
    expect(bank.clinc.seen).toEqual([]);
  });

  it("is there as soon as what was missing is stored", async () => {
    const bank = await bankOnLoopback();
    delete bank.secrets.clinc_assist_ai_version;
    const { suggest } = suggesterOf(bank, transport);
    expect(await suggest("What is my balance?")).toMatchObject({ status: "off" });
    bank.secrets.clinc_assist_ai_version = MOCK_ASSIST_AI_VERSION;
    expect(await suggest("What is my balance?")).toMatchObject({ status: "ok" });
  });

  it("reads a new App-Key when Clinc refuses the one that was kept", async () => {
    const bank = await bankOnLoopback();
    const { clinc_app_key } = bank.secrets;
    bank.secrets.clinc_app_key = "yesterdays-key";
    const { suggest, trace } = suggesterOf(bank, transport);
    expect(await suggest("What is my balance?")).toMatchObject({ status: "unavailable" });
    bank.secrets.clinc_app_key = clinc_app_key;
    expect(await suggest("What is my balance?")).toMatchObject({ status: "ok" });
    expect(trace.queries).toBe(3);
  });

  it.each(Object.entries(FAILURES))("is unavailable where Clinc %s", async (name, [reason, queries]) => {
    const bank = await bankOnLoopback();
    bank.clinc.fault = () => name as ClincFaultName;
    const { suggest, trace } = suggesterOf(bank, transport);
    const suggestion = await suggest("What is my balance?");
    expect(suggestion, CLINC_FAULTS[name as ClincFaultName].title).toEqual({
      status: "unavailable",
      fault: expect.objectContaining({ reason }),
    });
    // LivePerson's local tool hides when to ask again.
    expect(trace.queries).toBe(platform === "V1 in LivePerson's local tool" ? 1 : queries);
    const said = JSON.stringify(suggestion) + String(suggestion.fault);
    for (const secret of [...Object.values(bank.secrets).map(String), "balance"])
      expect(said).not.toContain(secret);
  });

  it("is unavailable when the time is over before Clinc answers", async () => {
    const bank = await bankOnLoopback();
    bank.clinc.fault = () => "hangs";
    expect(await suggesterOf(bank, transport).suggest("What is my balance?", ID, 60)).toMatchObject({
      status: "unavailable",
      fault: { reason: "clinc_timeout" },
    });
  });

  it.each(["", "..", "%2e%2e", "a/b", "é", "x".repeat(101)])(
    "is unavailable for %j, which is no conversation: nobody shares a dialog",
    async (id) => {
      const bank = await bankOnLoopback();
      expect(await suggesterOf(bank, transport).suggest("What is my balance?", id)).toMatchObject({
        status: "unavailable",
        fault: { reason: "conversation_unknown" },
      });
      expect(bank.clinc.seen).toEqual([]);
    },
  );

  it.each([
    ["es", "es"],
    ["de", "en"],
  ])("is in the language of a conversation in %s, if it is listed: %s", async (spoken, asked) => {
    const bank = await bankOnLoopback();
    await bank.write({ ...recordParts({ bot: { language: spoken } }), at: Date.now() });
    await suggesterOf(bank, transport, { CLINC_LANGUAGE: "en, es" }).suggest("What is my balance?");
    expect(queriesTo(bank)).toMatchObject([{ language: asked }]);
  });

  it("leaves most of its time for Clinc while the service of the records hangs", async () => {
    const bank = await bankOnLoopback();
    bank.context.fault = () => "hangs";
    const startedAt = Date.now();
    const { suggest } = suggesterOf(bank, transport, { CLINC_LANGUAGE: "en, es" });
    expect(await suggest("What is my balance?", ID, 1_200)).toMatchObject({ status: "ok" });
    expect(Date.now() - startedAt).toBeLessThan(1_200);
  });

  it("is in the first language where the record cannot tell, and needs no record for one language", async () => {
    const bank = await bankOnLoopback();
    await bank.write({ ...recordParts({ bot: { language: "es" } }), at: Date.now() });
    bank.context.fault = () => "error";
    const before = bank.context.seen.length;
    await suggesterOf(bank, transport, { CLINC_LANGUAGE: "en" }).suggest("What is my balance?");
    expect(bank.context.seen).toHaveLength(before);
    await suggesterOf(bank, transport, { CLINC_LANGUAGE: "en, es" }).suggest("What is my balance?");
    expect(bank.context.seen).toHaveLength(before + 1);
    expect(queriesTo(bank)).toMatchObject([{ language: "en" }, { language: "en" }]);
  });
});
