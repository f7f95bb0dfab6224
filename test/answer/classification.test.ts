import { describe, expect, it } from "vitest";
import { intentOf, isNamed, namesOf } from "../../src/answer/classification.ts";
import { type ClincReply, parseReply } from "../../src/clinc/reply.ts";
import { clincBody, competency } from "../fixtures/clinc-replies.ts";

const HANDOVER = ["faq_agent_handover"];
const reply = (changes: Record<string, unknown>) => parseReply(clincBody(changes));
const isFound = (found: ClincReply, names: readonly string[]) => isNamed(namesOf(found), names);

describe("a name that means something", () => {
  it.each([
    { response: { type: "faq_agent_handover" } },
    { bl_resp: { state: "faq_agent_handover" } },
    { classifier_state: "faq_agent_handover" },
    { competency: "faq_agent_handover" },
    { intent: "faq_agent_handover_start" },
    { intent: "get_balance_start&faq_agent_handover_update" },
    { intent: " get_balance_start & faq_agent_handover_update " },
    { competency: "FAQ_Agent_Handover" },
  ])("is found in %j", (changes) => {
    expect(isFound(reply(changes), HANDOVER)).toBe(true);
  });

  it("may be configured with its suffix", () => {
    expect(isFound(reply({ competency: "faq_agent_handover" }), ["Faq_Agent_Handover_Start"])).toBe(true);
  });

  it("is not found where it only looks alike", () => {
    expect(isFound(reply({ competency: "faq_agent_handover_hours" }), HANDOVER)).toBe(false);
    expect(isFound(reply({}), [])).toBe(false);
  });

  it.each(["_confirm", "_cancel", "_incorrect"])("does not count while Clinc is at %s", (suffix) => {
    const body = competency("faq_agent_handover", "Shall I?", {
      bl_resp: { state: `faq_agent_handover${suffix}` },
    });
    expect(namesOf(parseReply(body))).toEqual([]);
    expect(isFound(parseReply(body), HANDOVER)).toBe(false);
  });

  it("counts once it is confirmed, and by the first state that is there", () => {
    const confirmed = competency("faq_agent_handover", "Yes.", {
      bl_resp: { state: "faq_agent_handover_confirmed" },
    });
    expect(isFound(parseReply(confirmed), HANDOVER)).toBe(true);
    const later = competency("faq_agent_handover", "Yes.", {
      classifier_state: "faq_agent_handover_confirm",
    });
    expect(isFound(parseReply(later), HANDOVER)).toBe(true);
    const early = competency("faq_agent_handover", "Yes.", {
      bl_resp: {},
      response: {},
      classifier_state: "x_confirm",
    });
    expect(isFound(parseReply(early), HANDOVER)).toBe(false);
  });
});

describe("a blank field", () => {
  it("counts as missing, for states and for intents", () => {
    const asking = competency("live_agent", "Shall I?", {
      bl_resp: { state: " " },
      response: { type: "live_agent_confirm" },
    });
    expect(isFound(parseReply(asking), ["live_agent"])).toBe(false);
    expect(intentOf(reply({ intent: " " })).id).toBe("get_balance");
  });
});

describe("the classification for the agent", () => {
  it("is the intent without its suffix, to read and as id", () => {
    expect(intentOf(reply({}))).toEqual({ id: "get_balance", name: "get balance", score: 0.93 });
    expect(intentOf(reply({ intent: "get_balance_start&account_transfer_start" })).id).toBe(
      "get_balance&account_transfer",
    );
    expect(intentOf(reply({ intent: "Get  Balance" }))).toMatchObject({
      id: "Get_Balance",
      name: "Get Balance",
    });
  });

  it("keeps what only looks like a suffix, and reads without the marks between words", () => {
    expect(intentOf(reply({ intent: "change_start_date_update" })).id).toBe("change_start_date");
    expect(intentOf(reply({ intent: "_get__balance_" }))).toMatchObject({
      id: "_get__balance_",
      name: "get balance",
    });
  });

  it("falls back to competency, then state", () => {
    expect(intentOf(reply({ intent: "" })).id).toBe("get_balance");
    expect(intentOf(reply({ intent: "", competency: "", bl_resp: { state: "from_state" } })).id).toBe(
      "from_state",
    );
    expect(intentOf(parseReply({})).id).toBe("unclassified");
  });

  it("has a score from 0 to 1, whatever Clinc says", () => {
    const score = (intent_probability: unknown) => intentOf(reply({ intent_probability })).score;
    expect([score("0.5"), score(7), score(-1), score(null), score("NaN"), score(undefined)]).toEqual([
      0.5, 1, 0, 0, 0, 0,
    ]);
  });

  it("has an id in one piece, whatever stands between its words", () => {
    const characters = [
      "\n",
      "\t",
      "\u0000",
      "\u0007",
      "\u001b",
      "\u007f",
      "\u0085",
      "\u00a0",
      "\u200b",
      "\u2028",
      "\u202e",
      "\ufeff",
    ];
    for (const character of characters) {
      const { id, name } = intentOf(reply({ intent: `get${character} ${character}balance` }));
      expect([id, name], JSON.stringify(character)).toEqual(["get_balance", "get balance"]);
    }
  });

  it("is at most 256 characters and never ends in half an emoji", () => {
    expect(intentOf(reply({ intent: "x".repeat(300) })).id).toHaveLength(256);
    expect(intentOf(reply({ intent: `${"x".repeat(255)}😀` })).id).toBe("x".repeat(255));
    expect(intentOf(reply({ intent: "say_😀_twice" })).id).toBe("say_😀_twice");
  });
});
