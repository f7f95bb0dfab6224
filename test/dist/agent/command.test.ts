import { describe, expect, it } from "vitest";
import { CLINC_FAULTS, type ClincFaultName } from "../../../scripts/stand-ins/clinc/faults.ts";
import { MOCK_AI_VERSION } from "../../../scripts/stand-ins/clinc/server.ts";
import type { ContextFaultName } from "../../../scripts/stand-ins/context-service/faults.ts";
import type { Invocation } from "../../../scripts/stand-ins/functions/load-function.ts";
import { command } from "../../fixtures/commands.ts";
import { CONTEXT_REASONS } from "../../fixtures/context-reasons.ts";
import * as events from "../../fixtures/events.ts";
import { recordParts } from "../../fixtures/record.ts";
import { type BankOnLoopback, bankOnLoopback } from "../../support/agent-side.ts";
import { loadBuiltOn, PLATFORM_NAMES, type PlatformName } from "../../support/built.ts";

const FROM = "[clinc] command ";

/** The built function in the account of a bank, or another built function there. */
function loadIn(
  bank: BankOnLoopback,
  platform: PlatformName,
  environment: Record<string, string> = {},
  name: "ClincAgent" | "ClincBot" = "ClincAgent",
) {
  const { clinc, secrets, environment: ofRecords } = bank;
  return loadBuiltOn(platform, {
    host: clinc.host,
    secrets,
    environment: { ...ofRecords, ...environment },
    name,
  });
}

/** What the agent read, and what the operator was told: one line, and the warnings beside it. */
function seen({ result, error, logs }: Invocation) {
  expect(error).toBeUndefined();
  expect(typeof result).toBe("string");
  const text = result as string;
  expect(text.length).toBeLessThanOrEqual(1_500);
  expect(text).not.toBe("");
  const lines = logs.filter(({ level }) => level === "info");
  expect(lines).toHaveLength(1);
  const warnings = logs.filter(({ level }) => level === "warn").map((entry) => entry.text);
  expect(warnings.length).toBeLessThanOrEqual(2);
  expect(logs).toHaveLength(1 + warnings.length);
  return { text, line: JSON.parse(lines[0]?.text.slice(FROM.length) ?? ""), warnings };
}

const CLINC_NAMES = Object.keys(CLINC_FAULTS) as ClincFaultName[];

/** These take their time; the rest is answered at once. */
const SLOW: ClincFaultName[] = ["slow", "hangs", "hangs_in_body", "drips", "endless"];

describe.each(PLATFORM_NAMES)("the built slash command on %s", (platform) => {
  it("tells what the built bot knew, and suggests what Clinc would say now", async () => {
    const bank = await bankOnLoopback();
    const bot = await loadIn(bank, platform, { AGENT_DETAILS: "CARD_NUMBER" }, "ClincBot");
    await bot.invoke(events.messagingText("What is my balance in checking?", { sequence: 1 }));
    await bot.invoke(events.messagingText("I lost my card", { sequence: 4 }));
    const { invoke } = await loadIn(bank, platform);

    const briefing = seen(await invoke(command()));
    expect(briefing.text).toBe(
      [
        "Handed over by the bot: the bot's author hands over here.",
        "card number: ••••1111",
        "Last intents, the newest first:",
        "- card lost (0.97), just now, handed over",
        "- get balance (0.97), just now",
      ].join("\n"),
    );
    expect(briefing.line).toMatchObject({ said: "briefing", status: "ok", queries: 0 });

    const suggestion = seen(await invoke(command("How long", "does a new card take?")));
    expect(suggestion.text).toBe(
      "Suggested reply (card replacement, 0.97):\n\nA replacement card arrives within five working days.\n\nWould you like it sent to your home or to a branch?\nTo my home\nTo a branch",
    );
    expect(suggestion.line).toMatchObject({
      conversation: events.CONVERSATION_ID,
      said: "suggestion",
      status: "ok",
      intent: "card_replacement",
      score: 0.97,
      queries: 1,
      qid: expect.any(String),
    });
    const seeds = bank.clinc.seen.map(({ body }) => JSON.parse(body).dialog_seed);
    expect(seeds).toEqual([
      events.CONVERSATION_ID,
      events.CONVERSATION_ID,
      `${events.CONVERSATION_ID}-assist`,
    ]);
    expect([...briefing.warnings, ...suggestion.warnings]).toEqual([]);
  });

  it.each<[typed: string, changes: Record<string, unknown>, sentence: RegExp, status: string]>([
    ["", { clinc_context_key: "" }, /administrator: the bot keeps no record.*\(record_off\)/, "unavailable"],
    ["", { clinc_context_key: "wrong" }, /administrator: .*\(context_key_refused\)/, "unavailable"],
    ["", {}, /no record of this conversation/, "none"],
    ["my balance", { clinc_assist_ai_version: "" }, /are off.*\(assist_version_missing\)/, "off"],
    [
      "my balance",
      { clinc_assist_ai_version: MOCK_AI_VERSION },
      /are off.*\(assist_version_is_the_bots\)/,
      "off",
    ],
    ["my balance", { clinc_off: "transfer" }, /are off.*\(switched_off\)/, "off"],
    ["my balance", { clinc_app_key: "wrong" }, /administrator: Clinc refused the App-Key/, "unavailable"],
    ["my balance", { clinc_host: "" }, /create the secret "clinc_host"/, "unavailable"],
    ["Will it rain?", {}, /does not know about this \(out of scope, 0.22\)/, "out_of_scope"],
    ["the papers please", {}, /not sure what is meant \(documents, 0.31\)/, "low_score"],
    ["a person please", {}, /not one to pass on/, "refused"],
    ["hello", {}, /at least 2 words/, "too_short"],
    ["x ".repeat(501), {}, /at most 1000 characters/, "too_long"],
  ])("says in a sentence what to do: %j with %j", async (typed, changes, sentence, status) => {
    const bank = await bankOnLoopback();
    Object.assign(bank.secrets, changes);
    const { invoke } = await loadIn(bank, platform);
    const { text, line } = seen(await invoke(command(...typed.split(" "))));
    expect(text).toMatch(sentence);
    expect(line.status).toBe(status);
    for (const value of Object.values(bank.secrets).filter((one) => String(one).length > 8))
      expect(text).not.toContain(value);
  });

  it.each<[what: string, input: unknown]>([
    ["nothing", null],
    ["no payload", { headers: [] }],
    ["no conversation", { payload: { arguments: ["my", "balance"] } }],
    ["an id that is none", { payload: { conversationId: "../../../etc/passwd", arguments: [] } }],
  ])("asks for a conversation when it gets %s, and calls nobody", async (_, input) => {
    const bank = await bankOnLoopback();
    const { text, line } = seen(await (await loadIn(bank, platform)).invoke(input));
    expect(text).toMatch(/^This command is about a conversation/);
    expect(line).toMatchObject({ said: "nothing", status: "no_conversation" });
    expect([...bank.clinc.seen, ...bank.context.seen]).toEqual([]);
  });

  it("logs nothing that is secret, that was said, or that was found out", async () => {
    const bank = await bankOnLoopback();
    const canary = (name: string) => `canary ${name}`;
    const details = { [canary("label")]: canary("detail") };
    const parts = recordParts();
    const turns = parts.agent.turns.map((turn) => ({ ...turn, details }));
    await bank.write({ ...parts, at: Date.now(), agent: { why: canary("why"), turns } });
    const { invoke } = await loadIn(bank, platform, { ASSIST_MIN_SCORE: "canary setting" });
    const failing = async (fault: ClincFaultName) => {
      bank.clinc.fault = () => fault;
      return invoke(command(canary("words")));
    };
    const invocations = [
      await invoke(command()),
      await invoke(command(canary("words"), "balance of savings")),
      await failing("error"),
      await failing("wrong_key"),
      await failing("refuses_query"),
    ];
    expect(invocations[0]?.result).toContain("canary detail");
    const written = JSON.stringify(invocations.map(({ logs }) => logs));
    expect(written).not.toContain("canary");
    expect(written).not.toContain("Rainy Day");
    for (const secret of Object.values(bank.secrets)) expect(written).not.toContain(secret);
  });

  it("names wrong settings once, and goes on with the defaults", async () => {
    const bank = await bankOnLoopback();
    const { invoke } = await loadIn(bank, platform, {
      ASSIST_MIN_SCORE: "50%",
      ASSIST_MIN_WORDS: "none",
      CLINC_TIMEOUT_MS: "soon",
    });
    const first = seen(await invoke(command("my balance")));
    expect(first.warnings).toEqual([
      "[clinc] CLINC_TIMEOUT_MS must be a whole number from 1000 to 11000; the default is used | " +
        "ASSIST_MIN_SCORE must be a number from 0 to 1; the default is used | " +
        "ASSIST_MIN_WORDS must be a whole number from 1 to 20; the default is used",
    ]);
    expect(first.line.status).toBe("ok");
    expect(seen(await invoke(command("my balance"))).warnings).toEqual([]);
  });

  it("obeys the settings of the bank", async () => {
    const bank = await bankOnLoopback();
    bank.secrets.cards_host = bank.clinc.host;
    for (const name of ["app_key", "ai_version", "assist_ai_version", "context_key"])
      bank.secrets[`cards_${name}`] = bank.secrets[`clinc_${name}`];
    await bank.write(undefined, "cards");
    const { invoke } = await loadIn(bank, platform, {
      CLINC_SECRET_PREFIX: "cards",
      CLINC_DEVICE: "desk",
      ASSIST_MIN_SCORE: "0.3",
      ASSIST_MIN_WORDS: "1",
      ASSIST_REFUSED_COMPETENCIES: "get_balance",
    });
    expect(seen(await invoke(command())).text).toContain("Case: C-1");
    expect(seen(await invoke(command("papers"))).line.status).toBe("ok");
    expect(seen(await invoke(command("balance"))).line.status).toBe("refused");
    expect(JSON.parse(bank.clinc.seen[0]?.body ?? "")).toMatchObject({ device: "desk" });
  });

  it("takes the account from the platform where none is set", async () => {
    const bank = await bankOnLoopback();
    await bank.write();
    const { CONTEXT_ACCOUNT = "", ...others } = bank.environment;
    const inAccount = (variable: string) =>
      loadBuiltOn(platform, {
        host: bank.clinc.host,
        secrets: bank.secrets,
        environment: { ...others, [variable]: CONTEXT_ACCOUNT },
        name: "ClincAgent",
      });
    for (const variable of ["BRAND_ID", "X_LIVEPERSON_BRAND_ID"])
      expect(seen(await (await inAccount(variable)).invoke(command())).line.status).toBe("ok");
    const { text, line } = seen(await (await inAccount("NO_ACCOUNT")).invoke(command()));
    expect(text).toContain("set CONTEXT_ACCOUNT");
    expect(line.fault).toBe("settings");
  });

  it("serves many agents at once, each with their own", async () => {
    const bank = await bankOnLoopback();
    const { invoke } = await loadIn(bank, platform);
    const ids = Array.from({ length: 20 }, (_, index) => `conversation-${index}`);
    const all = await Promise.all(
      ids.map((conversationId) =>
        invoke({ payload: { conversationId, arguments: ["hours in", conversationId.replace("-", "")] } }),
      ),
    );
    for (const [index, { result }] of all.entries())
      expect(result).toContain(`The branch in conversation${index} is open from 9 to 5.`);
    const seeds = bank.clinc.seen.map(({ body }) => JSON.parse(body).dialog_seed);
    expect(seeds.sort()).toEqual(ids.map((id) => `${id}-assist`).sort());
  });
});

describe.concurrent.each(["V1", "V2"] as const)("one half of the built slash command on %s", (platform) => {
  it.for(CLINC_NAMES)("tells what the bot knew while Clinc %s", async (fault, { onTestFinished }) => {
    const bank = await bankOnLoopback(onTestFinished);
    await bank.write();
    bank.clinc.fault = () => fault;
    const { invoke } = await loadIn(bank, platform, { CLINC_TIMEOUT_MS: "1000" });
    const suggestion = seen(await invoke(command("what", "is", "my", "balance")));
    if (!["ok", "low_score"].includes(suggestion.line.status)) {
      expect(suggestion.line).toMatchObject({ status: "unavailable", fault: expect.any(String) });
      expect(suggestion.text).toContain("For what the bot knew, type the command alone.");
      expect(suggestion.warnings).toHaveLength(1);
    }
    if (SLOW.includes(fault)) expect(suggestion.line.status).toBe("unavailable");
    expect(seen(await invoke(command())).text).toContain("card number: ••••1111");
  });

  it.for(Object.keys(CONTEXT_REASONS) as ContextFaultName[])(
    "suggests while the service of the records %s",
    async (fault, { onTestFinished }) => {
      const bank = await bankOnLoopback(onTestFinished);
      await bank.write();
      bank.context.fault = () => fault;
      const { invoke } = await loadIn(bank, platform);
      const briefing = seen(await invoke(command()));
      expect(briefing.line.status).toBe(fault === "no_account" ? "none" : "unavailable");
      expect(briefing.text).toContain("For a suggested reply, type the consumer's words behind the command.");
      const suggestion = seen(await invoke(command("balance of checking")));
      expect(suggestion.text).toContain("Your Everyday Checking balance is $1,250.40.");
    },
  );
});
