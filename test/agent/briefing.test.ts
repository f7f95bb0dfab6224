import { describe, expect, it } from "vitest";
import type { ContextFaultName } from "../../scripts/stand-ins/context-service/faults.ts";
import { type Briefing, briefingReader } from "../../src/agent/briefing.ts";
import { agentSecrets } from "../../src/agent/secrets.ts";
import { secretReader } from "../../src/runtime/secrets.ts";
import { CONTEXT_REASONS } from "../fixtures/context-reasons.ts";
import { recordedTurn, recordParts } from "../fixtures/record.ts";
import { type BankOnLoopback, bankOnLoopback, CONVERSATION_ID as ID } from "../support/agent-side.ts";
import { TRANSPORTS } from "../support/transports.ts";

/** What is wrong for a moment; what is waited for until a time runs out stands in the tests of the built files. */
const QUICK = Object.keys(CONTEXT_REASONS).filter(
  (name) => !["slow", "hangs", "drips", "no_account"].includes(name),
) as ContextFaultName[];

function reasonOf(briefing: Briefing): string {
  return briefing.status === "unavailable" ? briefing.fault.reason : briefing.status;
}

describe.each(TRANSPORTS)("a briefing through $platform", ({ platform, transport }) => {
  const readerOf = (bank: BankOnLoopback) =>
    briefingReader({ secrets: bank.keptSecrets(), records: [bank.records(transport)] });

  it("tells why, and each turn as it is stored, the newest last, with its details unsealed", async () => {
    const bank = await bankOnLoopback();
    const at = Date.now();
    await bank.write({ ...recordParts(), at });
    expect(await readerOf(bank)(ID)).toEqual({
      status: "ok",
      why: "the bot's author hands over here",
      at,
      turns: [
        {
          at: recordedTurn(2).at,
          said: "words",
          intent: "card_lost",
          name: "card lost",
          score: 0.97,
          outcome: "continue",
          state: "card_lost",
        },
        {
          at: recordedTurn(1).at,
          said: "words",
          intent: "card_lost",
          name: "card lost",
          score: 0.97,
          outcome: "transfer",
          state: "card_lost",
          details: { "card number": "••••1111", Case: "C-1" },
        },
      ],
    });
    expect(bank.clinc.seen, "Clinc has nothing to do with it").toEqual([]);
  });

  it("has no reason where the bot has not handed over, and no turns where Clinc has answered none", async () => {
    const bank = await bankOnLoopback();
    const at = Date.now();
    await bank.write({ ...recordParts({ agent: { why: "", turns: [] } }), at });
    expect(await readerOf(bank)(ID)).toEqual({ status: "ok", turns: [], at });
  });

  it("is told without details to whoever has another App-Key", async () => {
    const bank = await bankOnLoopback();
    await bank.write();
    bank.secrets.clinc_app_key = "another-key";
    const briefing = await readerOf(bank)(ID);
    expect(briefing).toMatchObject({ status: "ok", why: "the bot's author hands over here" });
    expect(JSON.stringify(briefing)).not.toContain("details");
  });

  it("needs neither Clinc nor its host, and is there while the bot is switched off", async () => {
    const bank = await bankOnLoopback();
    await bank.write();
    bank.secrets.clinc_host = "";
    bank.secrets.clinc_off = "transfer";
    expect(await readerOf(bank)(ID)).toMatchObject({ status: "ok" });
  });

  it("is none for a conversation without a record, and for an id that none can have", async () => {
    const bank = await bankOnLoopback();
    const read = readerOf(bank);
    expect(await read(ID)).toEqual({ status: "none" });
    const asked = bank.context.seen.length;
    for (const id of ["", "..", "%2e%2e", "a/b", "é", "x".repeat(101), "a b"])
      expect(await read(id), id).toEqual({ status: "none" });
    expect(bank.context.seen).toHaveLength(asked);
  });

  it("is none for a record that is older than the bank keeps it", async () => {
    const bank = await bankOnLoopback();
    await bank.write({ ...recordParts(), at: Date.now() - 25 * 3_600_000 });
    expect(await readerOf(bank)(ID)).toEqual({ status: "none" });
  });

  it.each(QUICK)("is unavailable where the service %s, and says what to do", async (fault) => {
    const bank = await bankOnLoopback();
    await bank.write();
    bank.context.fault = () => fault;
    const isProxys = fault === "proxy_refuses" && platform !== "V2";
    const briefing = await readerOf(bank)(ID);
    expect(reasonOf(briefing)).toBe(isProxys ? "context_not_allowed" : CONTEXT_REASONS[fault].read);
    expect(JSON.stringify(briefing)).not.toContain(String(bank.secrets.clinc_context_key));
  });

  it("is unavailable while the service is left alone, and that is not called none", async () => {
    const bank = await bankOnLoopback();
    bank.context.fault = () => "throttles";
    const read = readerOf(bank);
    expect(reasonOf(await read(ID))).toBe("context_throttled");
    expect(reasonOf(await read(ID))).toBe("context_resting");
    expect(bank.context.seen).toHaveLength(1);
  });

  it("is unavailable without the key of the service, and there as soon as it is stored", async () => {
    const bank = await bankOnLoopback();
    await bank.write();
    const { clinc_context_key } = bank.secrets;
    delete bank.secrets.clinc_context_key;
    const read = readerOf(bank);
    expect(reasonOf(await read(ID))).toBe("record_off");
    bank.secrets.clinc_context_key = clinc_context_key;
    expect(await read(ID)).toMatchObject({ status: "ok" });
  });

  it("asks the service once, also where it refuses the key", async () => {
    const bank = await bankOnLoopback();
    bank.secrets.clinc_context_key = "an-old-key";
    expect(reasonOf(await readerOf(bank)(ID))).toBe("context_key_refused");
    expect(bank.context.seen).toHaveLength(1);
  });

  it("is unavailable where nobody tells the account", async () => {
    const bank = await bankOnLoopback();
    const store = bank.records(transport).store;
    const read = briefingReader({ secrets: bank.keptSecrets(), records: [{ place: undefined, store }] });
    expect(reasonOf(await read(ID))).toBe("context_account_unknown");
  });

  it("is of the last of several bots that served the conversation", async () => {
    const bank = await bankOnLoopback();
    const at = Date.now();
    const why = (reason: string) => recordParts({ agent: { why: reason } });
    await bank.write({ ...why("the first"), at: at - 60_000 }, "clinc");
    await bank.write({ ...why("the last"), at }, "cards");
    await bank.write({ ...why("the second"), at: at - 30_000 }, "loans");
    const records = ["clinc", "cards", "loans", "none"].map((prefix) => bank.records(transport, prefix));
    const briefing = await briefingReader({ secrets: bank.keptSecrets(), records })(ID);
    expect(briefing).toMatchObject({ status: "ok", why: "the last", at });
    expect(briefing).toHaveProperty("turns.1.details");
  });

  it("is what one of several bots has kept although another's records are out of reach", async () => {
    const bank = await bankOnLoopback();
    await bank.write();
    bank.context.fault = (_number, { path }) => (path.includes("/cards_") ? "error" : undefined);
    const records = ["cards", "clinc"].map((prefix) => bank.records(transport, prefix));
    const read = briefingReader({ secrets: bank.keptSecrets(), records });
    expect(await read(ID)).toMatchObject({ status: "ok" });
    const elsewhere = await read("another-conversation");
    expect(reasonOf(elsewhere)).toBe("context_unavailable");
  });
});

describe("a briefing", () => {
  it.each([
    ["fails", () => Promise.reject(new Error("secret-0815"))],
    [
      "throws",
      () => {
        throw new TypeError("secret-0815");
      },
    ],
  ])("is unavailable where the Secret Storage %s", async (_, readSecret) => {
    const secrets = agentSecrets(secretReader({ SecretClient: () => ({ readSecret }) }), "clinc");
    const briefing = await briefingReader({ secrets, records: [] })(ID);
    expect(reasonOf(briefing)).toBe("secret_storage_unavailable");
    expect(JSON.stringify(briefing)).not.toContain("0815");
  });
});
