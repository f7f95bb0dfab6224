import { describe, expect, it } from "vitest";
import { MOCK_APP_KEY } from "../../../scripts/stand-ins/clinc/server.ts";
import { MOCK_ACCOUNT, MOCK_CONTEXT_KEY } from "../../../scripts/stand-ins/context-service/service.ts";
import { briefingAnswer, errorAnswer, sessionAnswer, suggestionAnswer } from "../../../src/agent/api.ts";
import { recordPlace } from "../../../src/record/place.ts";
import { recordProperties } from "../../../src/record/properties.ts";
import { sealingOf } from "../../../src/record/sealing.ts";
import { recordStore } from "../../../src/record/store.ts";
import { fetchAdapter } from "../../../src/runtime/fetch-adapter.ts";
import { recordParts } from "../../fixtures/record.ts";
import { ASSIST_VERSION, auditOf, localDesk, startDesk, widgetAt } from "../../support/desk.ts";
import { sharedDesk } from "../../support/shared-desk.ts";

const CONVERSATION = "7e1f2c64-91ab-4d02-8f5e-0a6f3d1c2b90";
/** Another, of which a test keeps a record. */
const RECORDED = "0b6a4c1e-5d27-4f3a-9c88-1e2d3f4a5b6c";
const BALANCE = {
  conversationId: CONVERSATION,
  messageId: "7e1f2c64-91ab-4d02-8f5e-0a6f3d1c2b90::4",
  text: "What is my balance in checking?",
};

/** Puts a record into the store, as a bot with this prefix does. */
async function keepRecord(
  host: string,
  prefix = "clinc",
  changes: { at?: number; why?: string; conversation?: string } = {},
) {
  const { at = Date.now(), why = "the bot's author hands over here", conversation = CONVERSATION } = changes;
  const place = recordPlace(host, MOCK_ACCOUNT, prefix);
  if (!place) throw new Error("no place");
  const turns = [
    turn(at - 60_000, "continue"),
    { ...turn(at, "transfer"), details: { "card number": "••••1111" } },
  ];
  const parts = { ...recordParts({ agent: { why, turns } }), at };
  const properties = await recordProperties(parts, sealingOf(MOCK_APP_KEY, conversation, place));
  const store = recordStore({ adapter: fetchAdapter(), proxied: false }, place, 24);
  expect(await store.write(conversation, MOCK_CONTEXT_KEY, properties)).toMatchObject({ status: "on" });
}

function turn(at: number, outcome: string) {
  const named = {
    said: "words",
    intent: "card_lost",
    name: "card lost",
    score: 0.97,
    state: "card_lost",
    qid: "q",
  };
  return { at, outcome, ...named, details: {} };
}

const shared = sharedDesk(() => localDesk());

describe("a session without a sign-in", () => {
  it("is the agent local, for a quarter of an hour, and goes on with its token", async () => {
    const { widget } = await shared();
    const begun = sessionAnswer.parse((await widget.begin()).body);
    expect(begun).toMatchObject({ expiresIn: 900, agent: { id: "local" }, suggest: "manual" });
    const again = await widget.begin({ token: begun.token });
    expect(sessionAnswer.parse(again.body)).toMatchObject({ agent: { id: "local" } });
    expect(again.body.token).not.toBe(begun.token);
  });

  it("knows no codes", async () => {
    const { widget } = await shared();
    const refused = await widget.begin({ code: "eyJhbGciOiJkaXIifQ..iv.text.tag" });
    expect([refused.status, refused.body]).toEqual([401, { error: { code: "sign_in_required" } }]);
  });
});

describe("a briefing", () => {
  it("is what the record says, its details unsealed", async () => {
    const { widget, store } = await shared();
    await keepRecord(store.host, "clinc", { conversation: RECORDED });
    await widget.begin();
    const { status, body } = await widget.post("/api/briefing", { conversationId: RECORDED });
    expect(status).toBe(200);
    const briefing = briefingAnswer.parse(body);
    expect(briefing).toMatchObject({ status: "ok", why: "the bot's author hands over here" });
    expect(briefing.turns?.map(({ outcome, details }) => [outcome, details])).toEqual([
      ["continue", undefined],
      ["transfer", { "card number": "••••1111" }],
    ]);
  });

  it("is none where the bot has kept nothing", async () => {
    const { widget } = await shared();
    await widget.begin();
    const { body } = await widget.post("/api/briefing", { conversationId: CONVERSATION });
    expect(briefingAnswer.parse(body)).toEqual({ status: "none" });
  });

  it("is that of the bot which wrote last, where several serve one workspace", async () => {
    const { widget, store } = await localDesk({ CLINC_SECRET_PREFIX: "clinc, cards-bot" });
    await keepRecord(store.host, "clinc", { at: Date.now() - 60_000, why: "the older one" });
    await keepRecord(store.host, "cards-bot", { why: "the newer one" });
    await widget.begin();
    const { body } = await widget.post("/api/briefing", { conversationId: CONVERSATION });
    expect(briefingAnswer.parse(body)).toMatchObject({ status: "ok", why: "the newer one" });
  });
});

describe("a suggestion", () => {
  it("is what Clinc would say, asked on a dialog of its own with the version for agents", async () => {
    const { widget, clinc } = await shared();
    await widget.begin();
    const { status, body } = await widget.post("/api/suggestion", BALANCE);
    expect(status).toBe(200);
    expect(suggestionAnswer.parse(body)).toMatchObject({
      messageId: BALANCE.messageId,
      status: "ok",
      text: "Your Everyday Checking balance is $1,250.40.",
      intent: "get_balance",
      score: 0.97,
    });
    expect(clinc.seen.map(({ body }) => JSON.parse(body))).toEqual([
      {
        query: BALANCE.text,
        language: "en",
        device: "liveperson",
        dialog_seed: `${CONVERSATION}-assist`,
        ai_version: ASSIST_VERSION,
      },
    ]);
  });

  it("is not asked for at all where the bank wants none", async () => {
    const { widget, clinc } = await localDesk({ DESK_SUGGEST: "off" });
    expect((await widget.begin()).body).toMatchObject({ suggest: "off" });
    const { body } = await widget.post("/api/suggestion", BALANCE);
    expect(suggestionAnswer.parse(body)).toMatchObject({ status: "off" });
    expect(clinc.seen).toEqual([]);
  });

  it.each([
    ["no version for agents", { CLINC_ASSIST_AI_VERSION: "" }, "CLINC_ASSIST_AI_VERSION"],
    [
      "the version of the bot",
      { CLINC_AI_VERSION: ASSIST_VERSION },
      "run its business logic|runs its business logic",
    ],
  ])("is off with %s, and the operator hears why", async (_, setup, named) => {
    const { widget, clinc, desk } = await localDesk(setup);
    expect((await widget.begin()).body).toMatchObject({ suggest: "off" });
    const { body } = await widget.post("/api/suggestion", BALANCE);
    expect(suggestionAnswer.parse(body)).toMatchObject({ status: "off" });
    expect(clinc.seen).toEqual([]);
    expect(desk.stderr()).toMatch(new RegExp(named));
  });

  it("says by its status that there is nothing to say", async () => {
    const { widget } = await shared();
    await widget.begin();
    const ask = async (text: string) =>
      (await widget.post("/api/suggestion", { ...BALANCE, text })).body.status;
    expect(await ask("ok")).toBe("too_short");
    expect(await ask("Will it rain tomorrow?")).toBe("out_of_scope");
    expect(await ask("I want to talk to a person")).toBe("refused");
  });

  it("takes a thousand characters, however many bytes they have", async () => {
    const { widget } = await shared();
    await widget.begin();
    const ask = (text: string) => widget.post("/api/suggestion", { ...BALANCE, text });
    expect((await ask("😀".repeat(1_000))).status).toBe(200);
    expect((await ask(`${"😀".repeat(1_000)}a`)).status).toBe(400);
  });
});

describe("feedback", () => {
  it("is taken for one's own suggestion in its conversation, and audited with intent and score", async () => {
    const { widget, desk } = await shared();
    await widget.begin();
    const { id } = (await widget.post("/api/suggestion", BALANCE)).body;
    const feedback = { conversationId: CONVERSATION, suggestionId: id };
    for (const event of ["shown", "used", "copied", "good", "bad", "retired"])
      expect((await widget.post("/api/feedback", { ...feedback, event })).status).toBe(204);
    expect((await widget.post("/api/feedback", { ...feedback, event: "liked" })).status).toBe(400);
    const elsewhere = { ...feedback, conversationId: "another", event: "used" };
    expect((await widget.post("/api/feedback", elsewhere)).status).toBe(400);
    const lines = auditOf(desk).filter(({ op }) => op === "feedback");
    expect(lines[1]).toMatchObject({
      agent: "local",
      conversation: CONVERSATION,
      status: "ok",
      event: "used",
      intent: "get_balance",
      score: 0.97,
    });
  });

  it("wants a suggestion, and takes no token for one", async () => {
    const { widget } = await shared();
    await widget.begin();
    const event = { conversationId: CONVERSATION, event: "used" };
    for (const suggestionId of [widget.token, "none", "a.b.c.d.e"])
      expect((await widget.post("/api/feedback", { ...event, suggestionId })).body).toEqual({
        error: { code: "bad_request" },
      });
  });
});

describe("what a desk writes", () => {
  it("is a line of JSON a call, without anything that was said, unsealed or secret", async () => {
    const { widget, desk, store, environment } = await shared();
    await keepRecord(store.host, "clinc", { conversation: RECORDED });
    await widget.begin();
    await widget.post("/api/briefing", { conversationId: RECORDED });
    const suggestion = await widget.post("/api/suggestion", BALANCE);
    await widget.post("/api/suggestion", { ...BALANCE, conversationId: "I lost card 4111111111111111" });
    await widget.post(
      "/api/briefing",
      { conversationId: RECORDED },
      { authorization: "Bearer stolen-words" },
    );
    const lines = auditOf(desk);
    expect(lines.map(({ op, status }) => `${op} ${status}`)).toEqual([
      "session ok",
      "briefing ok",
      "suggestion ok",
      "suggestion bad_request",
      "briefing sign_in_required",
    ]);
    for (const line of lines) {
      expect(Object.keys(line).filter((name) => !KEYS.includes(name))).toEqual([]);
      expect(Date.parse(String(line.at))).toBeGreaterThan(Date.now() - 60_000);
      expect(line.ms).toBeGreaterThanOrEqual(0);
    }
    const all = desk.stdout() + desk.stderr();
    const secret = [
      ...[
        "DESK_SESSION_KEY",
        "CLINC_APP_KEY",
        "CLINC_AI_VERSION",
        "CLINC_ASSIST_AI_VERSION",
        "CLINC_CONTEXT_KEY",
      ].map((name) => environment[name as keyof typeof environment]),
      ...[
        "balance in checking",
        "1,250.40",
        "4111",
        "••••1111",
        "stolen-words",
        widget.token,
        String(suggestion.body.id),
      ],
    ];
    for (const one of secret) expect(all).not.toContain(one);
  });
});

const KEYS = ["at", "agent", "conversation", "op", "status", "ms", "intent", "score", "event", "fault"];

describe("two desks with one key", () => {
  it("serve one session behind a switch, since neither keeps anything", async () => {
    const { widget, desk, environment } = await shared();
    const other = await startDesk({
      ...environment,
      DESK_PUBLIC_URL: desk.address,
      DESK_SIGN_IN: "none",
      PORT: "0",
    });
    await widget.begin();
    const elsewhere = widgetAt(other.address, desk.address);
    elsewhere.token = widget.token;
    const suggestion = await elsewhere.post("/api/suggestion", BALANCE);
    expect(suggestion.body).toMatchObject({ status: "ok" });
    const feedback = { conversationId: CONVERSATION, suggestionId: suggestion.body.id, event: "used" };
    expect((await widget.post("/api/feedback", feedback)).status).toBe(204);
    expect((await elsewhere.begin({ token: widget.token })).status).toBe(200);
  });

  it("with another key, or another address, do not", async () => {
    const { widget, desk, environment } = await shared();
    await widget.begin();
    const settings = { ...environment, DESK_SIGN_IN: "none", PORT: "0" };
    const key = Buffer.alloc(32, "another key").toString("base64");
    const otherKey = await startDesk({ ...settings, DESK_PUBLIC_URL: desk.address, DESK_SESSION_KEY: key });
    const otherAddress = await startDesk({ ...settings, DESK_PUBLIC_URL: "http://localhost:1" });
    for (const [other, origin] of [
      [otherKey, desk.address] as const,
      [otherAddress, "http://localhost:1"] as const,
    ]) {
      const elsewhere = widgetAt(other.address, origin);
      elsewhere.token = widget.token;
      const { status, body } = await elsewhere.post("/api/briefing", { conversationId: CONVERSATION });
      expect([status, errorAnswer.parse(body).error.code]).toEqual([401, "sign_in_required"]);
    }
  });
});
