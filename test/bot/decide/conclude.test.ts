import { describe, expect, it } from "vitest";
import { readReply } from "../../../src/answer/read.ts";
import { Conversation } from "../../../src/bot/conversations.ts";
import { conclude } from "../../../src/bot/decide/conclude.ts";
import { parseReply } from "../../../src/clinc/reply.ts";
import { clincBody, competency, outOfScope, withLivePerson } from "../../fixtures/clinc-replies.ts";
import { settingsFor } from "../../fixtures/settings.ts";

const settings = settingsFor();
const concludeOn = (
  conversation: Conversation,
  body: Record<string, unknown>,
  environment: Record<string, string> = {},
) =>
  conclude(
    readReply(parseReply(body), settingsFor(environment)),
    conversation,
    settingsFor(environment),
    true,
  );
const concludeOnce = (body: Record<string, unknown>) => concludeOn(new Conversation(), body);
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
    const conversation = new Conversation();
    for (const count of [1, 2]) {
      expect(concludeOn(conversation, outOfScope()).outcome.kind).toBe("continue");
      expect(conversation.misunderstood).toBe(count);
    }
    const answer = concludeOn(conversation, outOfScope());
    expect(answer.outcome).toMatchObject({ kind: "transfer", why: "not understood 3 times in a row" });
    expect(answer.blocks).toEqual([{ kind: "text", text: settings.TRANSFER_MESSAGE }]);
  });

  it("are forgotten after a good answer", () => {
    const conversation = new Conversation();
    concludeOn(conversation, outOfScope());
    concludeOn(conversation, outOfScope());
    concludeOn(conversation, clincBody());
    expect(concludeOn(conversation, outOfScope()).outcome.kind).toBe("continue");
  });

  it("never hand over with a limit of 0", () => {
    const conversation = new Conversation();
    for (let turn = 0; turn < 10; turn += 1) {
      expect(concludeOn(conversation, outOfScope(), { MISUNDERSTOOD_LIMIT: "0" }).outcome.kind).toBe(
        "continue",
      );
    }
  });

  it("do not count for a welcome, where the consumer said nothing", () => {
    const conversation = new Conversation();
    conclude(readReply(parseReply(outOfScope()), settings), conversation, settings, false);
    expect(conversation.misunderstood).toBe(0);
  });

  it("give way to a close of the author, and keep notes for the agent", () => {
    const conversation = new Conversation();
    conversation.misunderstood = 2;
    const closing = {
      ...outOfScope(),
      visuals: { formattedResponse: "Bye", liveperson: action("CLOSE_CONVERSATION") },
    };
    expect(concludeOn(conversation, closing).outcome.kind).toBe("close");

    conversation.misunderstood = 2;
    const note = { text: "note", messageAudience: "AGENTS_AND_MANAGERS" };
    const noting = {
      ...outOfScope(),
      visuals: { formattedResponse: "Again?", liveperson: ["shown?", note] },
    };
    expect(concludeOn(conversation, noting).blocks).toEqual([
      { kind: "text", text: settings.TRANSFER_MESSAGE },
      { kind: "note", text: "note" },
    ]);
  });
});
