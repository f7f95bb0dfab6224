import { describe, expect, it } from "vitest";
import { readReply } from "../../../src/answer/read.ts";
import { conclude } from "../../../src/bot/decide/conclude.ts";
import { type Memory, NO_CHOICES, NOTHING_YET } from "../../../src/bot/memory.ts";
import { parseReply } from "../../../src/clinc/reply.ts";
import { clincBody, competency, outOfScope, withLivePerson } from "../../fixtures/clinc-replies.ts";
import { settingsFor } from "../../fixtures/settings.ts";

const settings = settingsFor();
const concludeOn = (
  before: Memory,
  body: Record<string, unknown>,
  environment: Record<string, string> = {},
  isConsumerAsking = true,
) => {
  const given = settingsFor(environment);
  return conclude(readReply(parseReply(body), given), before, given, isConsumerAsking);
};
const concludeOnce = (body: Record<string, unknown>) => concludeOn(NOTHING_YET, body).answer;
const action = (name: string, parameters: Record<string, unknown> = {}) => ({
  action: name,
  actionParameters: parameters,
});

describe("the one action that leaves a turn", () => {
  it("is none for an ordinary answer", () => {
    expect(concludeOnce(clincBody())).toMatchObject({ outcome: { kind: "continue" }, remarks: [] });
  });

  it("is the author's transfer or close, whatever the names say", () => {
    const both = withLivePerson(action("TRANSFER", { skill: "human-cards" }));
    const answer = concludeOnce({ ...both, competency: "clean_goodbye" });
    expect(answer.outcome).toMatchObject({ kind: "transfer", skill: "human-cards" });
    expect(answer.remarks).toEqual(["one action leaves a turn: transfer did, close did not"]);
  });

  it("is the first of several, and the others are named", () => {
    const entries = [
      action("CHANGE_TTR", { ttrType: "URGENT" }),
      action("INVOCATION", { lambdaUuid: "u" }),
      action("TRANSFER", { skill: "first" }),
      action("TRANSFER", { skill: "second" }),
      action("CLOSE_CONVERSATION"),
    ];
    const answer = concludeOnce(withLivePerson(entries));
    expect(answer.outcome).toMatchObject({ kind: "transfer", skill: "first" });
    expect(answer.remarks).toEqual([
      "one action leaves a turn: transfer did, CHANGE_TTR did not",
      "one action leaves a turn: transfer did, INVOCATION did not",
      "one action leaves a turn: transfer did, transfer did not",
      "one action leaves a turn: transfer did, close did not",
    ]);
  });

  it("goes to the skill for the competency or intent, unless the author names another", () => {
    const skills = { TRANSFER_SKILL: "human", TRANSFER_SKILLS: "card_lost=human-fraud" };
    const outcome = (body: Record<string, unknown>, before = NOTHING_YET) =>
      concludeOn(before, body, skills).answer.outcome;
    const lost = competency("live_agent", "One moment.", { intent: "card_lost_start" });
    expect(outcome(lost)).toMatchObject({ kind: "transfer", skill: "human-fraud" });
    const authored = (parameters: object) => ({
      ...withLivePerson(action("TRANSFER", { ...parameters })),
      competency: "card_lost",
    });
    expect(outcome(authored({}))).toMatchObject({ kind: "transfer", skill: "human-fraud" });
    expect(outcome(authored({ skill: "human-cards" }))).toMatchObject({ skill: "human-cards" });
    expect(outcome(competency("live_agent", "One moment."))).toMatchObject({ kind: "transfer", skill: "" });
    const third = { ...outOfScope(), intent: "card_lost" };
    expect(outcome(third, { ...NOTHING_YET, misunderstood: 2 })).toMatchObject({ skill: "human-fraud" });
    expect(outcome(competency("card_lost", "Oh."))).toEqual({ kind: "continue" });
  });

  it("is what a name asks for before a function or a response time", () => {
    const body = { ...withLivePerson(action("INVOCATION", { lambdaUuid: "u" })), competency: "live_agent" };
    expect(concludeOnce(body)).toMatchObject({
      outcome: { kind: "transfer" },
      remarks: ["one action leaves a turn: transfer did, INVOCATION did not"],
    });
  });

  it("is a function before a response time", () => {
    const entries = [action("CHANGE_TTR", { ttrType: "URGENT" }), action("INVOCATION", { lambdaUuid: "u" })];
    expect(concludeOnce(withLivePerson(entries)).outcome).toMatchObject({
      kind: "native",
      action: "INVOCATION",
    });
  });
});

describe("a transfer", () => {
  it("is announced in Clinc's words, or in ours when Clinc has none", () => {
    expect(concludeOnce(competency("live_agent", "One moment.")).blocks).toEqual([
      { kind: "text", text: "One moment." },
    ]);
    expect(concludeOnce(competency("live_agent", "")).blocks).toEqual([
      { kind: "text", text: settings.TRANSFER_MESSAGE },
    ]);
  });

  it("is announced in ours when the author only wrote to the agent", () => {
    const entries = [
      { text: "note", messageAudience: "AGENTS_AND_MANAGERS" },
      action("TRANSFER", { skill: "s" }),
    ];
    expect(concludeOnce(withLivePerson(entries, "")).blocks).toEqual([
      { kind: "text", text: settings.TRANSFER_MESSAGE },
      { kind: "note", text: "note" },
    ]);
  });
});

describe("misunderstandings in a row", () => {
  it("hand over at the limit, without asking to rephrase once more", () => {
    let memory = NOTHING_YET;
    for (const count of [1, 2]) {
      const thought = concludeOn(memory, outOfScope());
      expect(thought.answer.outcome.kind).toBe("continue");
      expect(thought.memory.misunderstood).toBe(count);
      memory = thought.memory;
    }
    const { answer } = concludeOn(memory, outOfScope());
    expect(answer.outcome).toMatchObject({ kind: "transfer", why: "not understood 3 times in a row" });
    expect(answer.blocks).toEqual([{ kind: "text", text: settings.TRANSFER_MESSAGE }]);
  });

  it("are forgotten after a good answer", () => {
    expect(concludeOn({ ...NOTHING_YET, misunderstood: 2 }, clincBody()).memory.misunderstood).toBe(0);
  });

  it("never hand over with a limit of 0", () => {
    const often = { ...NOTHING_YET, misunderstood: 50 };
    const { answer } = concludeOn(often, outOfScope(), { MISUNDERSTOOD_LIMIT: "0" });
    expect(answer.outcome.kind).toBe("continue");
  });

  it("do not count for a welcome, where the consumer said nothing", () => {
    const once = { ...NOTHING_YET, misunderstood: 1 };
    expect(concludeOn(once, outOfScope(), {}, false).memory.misunderstood).toBe(1);
  });

  it("give way to a close of the author, and keep notes for the agent", () => {
    const twice = { ...NOTHING_YET, misunderstood: 2 };
    const closing = {
      ...outOfScope(),
      visuals: { formattedResponse: "Bye", liveperson: action("CLOSE_CONVERSATION") },
    };
    expect(concludeOn(twice, closing).answer.outcome.kind).toBe("close");

    const note = { text: "note", messageAudience: "AGENTS_AND_MANAGERS" };
    const noting = {
      ...outOfScope(),
      visuals: { formattedResponse: "Again?", liveperson: ["shown?", note] },
    };
    expect(concludeOn(twice, noting).answer.blocks).toEqual([
      { kind: "text", text: settings.TRANSFER_MESSAGE },
      { kind: "note", text: "note" },
    ]);
  });
});

describe("an answer of Clinc", () => {
  it("ends the count of failures and closes what was open to choose from", () => {
    const open = { at: 1, shown: [{ title: "Checking", say: "my checking account" }], numbered: [] };
    const { memory } = concludeOn({ ...NOTHING_YET, failed: 1, lastWords: "balance", open }, clincBody());
    expect(memory).toEqual({ ...NOTHING_YET, lastWords: "balance", open: NO_CHOICES });
  });
});
