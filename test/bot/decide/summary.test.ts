import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Answer, ownIntent, transfer } from "../../../src/answer/answer.ts";
import { noted, withSummary } from "../../../src/bot/decide/summary.ts";
import { type Memory, NOTHING_YET } from "../../../src/bot/memory.ts";
import { parseReply } from "../../../src/clinc/reply.ts";
import { parseEvent } from "../../../src/liveperson/consumer-turn.ts";
import { clincBody } from "../../fixtures/clinc-replies.ts";
import * as events from "../../fixtures/events.ts";
import { NOW, recordedTurn } from "../../fixtures/record.ts";
import { settingsFor } from "../../fixtures/settings.ts";

const words = parseEvent(events.messagingText("my balance"));
const messaging = { isChat: false, integration: "", appId: "", skillId: "", features: [] };
const handover = (why: string): Answer => ({
  blocks: [{ kind: "text", text: "One moment." }],
  intent: ownIntent("agent_handover"),
  outcome: transfer(why),
  remarks: [],
});
const answered: Answer = {
  blocks: [],
  intent: { id: "get_balance", name: "get balance", score: 0.934 },
  outcome: { kind: "continue" },
  remarks: ["a remark of the answer"],
};

/** A turn in which Clinc answered so. */
function note(changes: Record<string, unknown>, memory: Memory = NOTHING_YET, allowed = "account") {
  const settings = settingsFor({ AGENT_DETAILS: allowed });
  return noted({ answer: answered, memory }, words, parseReply(clincBody(changes)), settings);
}

/** What only the agent reads on a transfer. */
function summary(memory: Memory, why: string): string {
  const { blocks } = withSummary(handover(why), memory, messaging, settingsFor());
  return blocks.flatMap((block) => (block.kind === "note" ? [block.text] : [])).join();
}

beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => void vi.useRealTimers());

describe("what is noted of a turn that Clinc answered", () => {
  it("is when and what was said, what Clinc made of it, and the details that are allowed", () => {
    const slots = { _ACCOUNT_: ["Everyday 12345678"], _PIN_: ["1234"] };
    const { memory } = note({ slots, qid: "q-1", classifier_state: "get_balance", bl_resp: {} });
    expect(memory.turns).toEqual([
      {
        at: NOW,
        said: "words",
        intent: "get_balance",
        name: "get balance",
        score: 0.934,
        outcome: "continue",
        state: expect.stringContaining("get_balance"),
        qid: "q-1",
        details: { account: "Everyday ••••5678" },
      },
    ]);
  });

  it("comes after what was noted before, of which the last twenty stay", () => {
    const turns = Array.from({ length: 20 }, (_, place) =>
      recordedTurn(20 - place, { name: `turn ${place}` }),
    );
    const names = note({}, { ...NOTHING_YET, turns }).memory.turns.map(({ name }) => name);
    expect(names).toHaveLength(20);
    expect(names[0]).toBe("turn 1");
    expect(names.at(-1)).toBe("get balance");
  });

  it("is named where it cannot be shown, beside the remarks on the answer", () => {
    const { answer } = note({ bl_resp: { visual_payload: { agent: { case: ["canary"] } } } });
    expect(answer.remarks).toEqual([
      "a remark of the answer",
      "agent[0]: neither a text, a number nor true or false",
    ]);
  });

  it("tells when Clinc has started over, and keeps telling it until the conversation is handed over", () => {
    const first = note({ session_id: "one" }).memory;
    expect(first).toMatchObject({ session: "one", isRestarted: false });
    const same = note({ session_id: "one" }, first);
    expect(same.memory.isRestarted).toBe(false);
    expect(same.answer.remarks).toEqual(answered.remarks);
    const other = note({ session_id: "two" }, first);
    expect(other.memory).toMatchObject({ session: "two", isRestarted: true });
    expect(other.answer.remarks).toContain("Clinc started over: it has a new session");
    expect(note({ session_id: "two" }, other.memory).memory.isRestarted).toBe(true);
  });

  it("takes a reply without a session for one of the same", () => {
    const first = note({ session_id: "one" }).memory;
    expect(note({ session_id: undefined }, first).memory).toMatchObject({
      session: "one",
      isRestarted: false,
    });
  });
});

describe("the summary for the agent", () => {
  const known: Memory = {
    ...NOTHING_YET,
    turns: [
      recordedTurn(3, { name: "get balance", score: 0.934, details: { account: "••••5678" } }),
      recordedTurn(2, { name: "card lost", score: 1 }),
    ],
  };

  it("says why, the last intents, and the last details", () => {
    expect(summary(known, "the consumer asked for a person")).toBe(
      [
        "Handed over by the bot: the consumer asked for a person.",
        "Last intents: get balance (0.93), card lost (1.00)",
        "Details:",
        "- account: ••••5678",
      ].join("\n"),
    );
  });

  it("holds the last five intents, and the details of the last turn that had any", () => {
    const turns = ["a", "b", "c", "d", "e", "f"].map((name, place) =>
      recordedTurn(9 - place, { name, score: 0.5, details: place < 4 ? { account: name } : {} }),
    );
    expect(summary({ ...NOTHING_YET, turns }, "x").split("\n")).toEqual([
      "Handed over by the bot: x.",
      "Last intents: b (0.50), c (0.50), d (0.50), e (0.50), f (0.50)",
      "Details:",
      "- account: d",
    ]);
  });

  it("has no details from before the last hand-over: somebody has read them", () => {
    expect(summary({ ...known, transferredAt: NOW - 2.5 * 60_000 }, "x")).not.toContain("Details");
    expect(
      summary({ ...known, transferredAt: NOW - 3 * 60_000 }, "x"),
      "of the turn itself that did",
    ).not.toContain("Details");
    expect(summary({ ...known, transferredAt: NOW - 3 * 60_000 - 1 }, "x")).toContain("••••5678");
  });

  it("says when the AI has lost what was said before", () => {
    expect(summary({ ...NOTHING_YET, isRestarted: true }, "x").split("\n")[1]).toBe(
      "The bot's AI started over in this conversation, without what was said before.",
    );
  });

  it("is one sentence when nothing is known", () => {
    expect(summary(NOTHING_YET, "the bot cannot reach its AI (key_refused)")).toBe(
      "Handed over by the bot: the bot cannot reach its AI (key_refused).",
    );
  });

  it("is left out on chat, without AGENT_SUMMARY, and where nobody takes over", () => {
    const going = { ...handover("x"), outcome: { kind: "continue" } } as const;
    const without = settingsFor({ AGENT_SUMMARY: "false" });
    expect(withSummary(handover("x"), NOTHING_YET, { ...messaging, isChat: true }, settingsFor())).toEqual(
      handover("x"),
    );
    expect(withSummary(handover("x"), NOTHING_YET, messaging, without)).toEqual(handover("x"));
    expect(withSummary(going, NOTHING_YET, messaging, settingsFor())).toEqual(going);
  });
});
