import { describe, expect, it } from "vitest";
import { draftOf } from "../../src/agent/draft.ts";
import { parseReply } from "../../src/clinc/reply.ts";
import { clincBody, competency, outOfScope, withLivePerson } from "../fixtures/clinc-replies.ts";
import { agentSettingsFor } from "../support/agent-side.ts";

function draft(body: Record<string, unknown>, environment: Record<string, string> = {}) {
  return draftOf(parseReply(body), agentSettingsFor(environment));
}

describe("the draft of an answer", () => {
  it("is Clinc's messages, parted by blank lines", () => {
    const body = withLivePerson(undefined, "Your card is on its way.\\mAnything else?\\nJust ask.");
    expect(draft(body)).toEqual({
      status: "ok",
      text: "Your card is on its way.\n\nAnything else?\nJust ask.",
      intent: "get_balance",
      score: 0.93,
    });
  });

  it("is in words whatever the author wrote to be shown", () => {
    const liveperson = [
      { text: "Which one?", choices: ["Checking", { title: "Savings", say: "my savings account" }] },
      { delay: 1, typing: true },
      {
        card: {
          title: "Travel Card",
          text: "No fees abroad",
          buttons: [{ title: "Terms", link: "https://bank.example/terms" }],
        },
      },
      { structuredContent: { type: "vertical", elements: [{ type: "text", text: "In our own words" }] } },
    ];
    expect(draft(withLivePerson(liveperson, "Hello.")).text).toBe(
      [
        "Hello.",
        "Which one?\nChecking\nSavings",
        "Travel Card\nNo fees abroad\nTerms: https://bank.example/terms",
        "In our own words",
      ].join("\n\n"),
    );
  });

  it("holds nothing that was written for the agent alone: it would be sent on", () => {
    const liveperson = [{ text: "limit checked", messageAudience: "AGENTS_AND_MANAGERS" }];
    expect(draft(withLivePerson(liveperson, "Hello.")).text).toBe("Hello.");
  });

  it.each([
    ["a transfer", { action: "TRANSFER", actionParameters: { skill: "human-cards" } }],
    ["a close", { action: "CLOSE_CONVERSATION" }],
    ["nothing but a pause", { delay: 3 }],
    ["nothing but words for the agent", { text: "look", messageAudience: "AGENTS_AND_MANAGERS" }],
  ])("is refused where the author wrote %s", (what, liveperson) => {
    const text = what.startsWith("nothing") ? "" : "I connect you now.";
    expect(draft(withLivePerson(liveperson, text))).toEqual({
      status: "refused",
      intent: "get_balance",
      score: 0.93,
    });
  });

  it.each(["agent_handover", "clean_goodbye", "transfer_to_agent", "end_conversation"])(
    "is refused for %s, also without any text",
    (name) => {
      expect(draft(competency(name, "")).status).toBe("refused");
    },
  );

  it("is refused in every state of what the bank refuses, and for it in whatever field", () => {
    const refused = { ASSIST_REFUSED_COMPETENCIES: "send_money" };
    for (const state of ["send_money", "send_money_confirm", "send_money_cancel", "send_money_incorrect"]) {
      const named = {
        intent: "x",
        competency: "x",
        classifier_state: "x",
        response: { type: state },
        bl_resp: { state },
      };
      expect(draft(clincBody(named), refused).status, state).toBe("refused");
    }
    expect(draft(clincBody({ intent: "a_start&send_money_start" }), refused).status).toBe("refused");
    expect(draft(clincBody({ intent: "send_money_history" }), refused).status).toBe("ok");
  });

  it("is not refused for nothing: a list that the bank empties refuses no name", () => {
    expect(draft(competency("clean_goodbye", "Bye!"), { ASSIST_REFUSED_COMPETENCIES: "none" })).toMatchObject(
      {
        status: "ok",
        text: "Bye!",
      },
    );
  });

  it("is out of scope where Clinc did not understand, however sure it was of that", () => {
    expect(draft(outOfScope()).status).toBe("out_of_scope");
    expect(draft({ ...outOfScope(), intent_probability: 0.99 }).status).toBe("out_of_scope");
    const renamed = { OUT_OF_SCOPE_COMPETENCIES: "get_balance" };
    expect(draft(clincBody(), renamed).status).toBe("out_of_scope");
  });

  it.each([
    [0.5, "ok"],
    [0.4999, "low_score"],
    [undefined, "low_score"],
    ["0.9", "ok"],
    ["sure", "low_score"],
  ])("with the score %j is %s", (intent_probability, status) => {
    expect(draft(clincBody({ intent_probability })).status).toBe(status);
  });

  it("fails where there is nothing to read, as for the bot", () => {
    for (const visuals of [null, {}, { formattedResponse: "  " }])
      for (const intent_probability of [0.1, 0.93])
        expect(() => draft(clincBody({ visuals, intent_probability }))).toThrow(/clinc_unusable_reply/);
  });
});
