import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { answerInPublic, located } from "../../../src/bot/decide/in-public.ts";
import { NOTHING_YET } from "../../../src/bot/memory.ts";
import { parseEvent } from "../../../src/liveperson/consumer-turn.ts";
import { SOME_POST } from "../../../src/liveperson/post.ts";
import * as events from "../../fixtures/events.ts";
import { settingsFor } from "../../fixtures/settings.ts";

const NOW = 1_764_000_000_000;
const MINUTES = 60_000;
const post = { isPublic: true, network: "Twitter", replyToId: "1391727435", dmChatId: "135" };
const settings = settingsFor({ PUBLIC_MESSAGE: "Write to us privately." });

beforeEach(() => vi.useFakeTimers({ now: NOW }));
afterEach(() => vi.useRealTimers());

describe("what everybody can read", () => {
  it("is answered with an invitation, and when that was is remembered", () => {
    const { answer, memory } = answerInPublic(post, NOTHING_YET, settings);
    expect(answer).toEqual({
      blocks: [{ kind: "text", text: "Write to us privately." }],
      intent: { id: "public_post", name: "public post", score: 0 },
      outcome: { kind: "continue" },
      remarks: [],
    });
    expect(memory).toEqual({ ...NOTHING_YET, invitedAt: NOW });
  });

  it("is answered once in ten minutes, and with silence between", () => {
    const invitedAgo = (milliseconds: number) => ({ ...NOTHING_YET, invitedAt: NOW - milliseconds });
    const early = invitedAgo(10 * MINUTES - 1);
    const { answer, memory } = answerInPublic(post, early, settings);
    expect(answer.blocks).toEqual([{ kind: "pause", seconds: 1 }]);
    expect(answer.remarks).toEqual([
      "a public post got no answer: PUBLIC_MESSAGE was said less than ten minutes ago",
    ]);
    expect(memory).toBe(early);
    expect(answerInPublic(post, invitedAgo(10 * MINUTES), settings).answer.remarks).toEqual([]);
  });

  it("gets silence where LivePerson could not post an answer, and the ten minutes do not begin", () => {
    for (const unanswerable of [SOME_POST, { ...post, replyToId: "" }, { ...post, network: "Mastodon" }]) {
      const { answer, memory } = answerInPublic(unanswerable, NOTHING_YET, settings);
      expect(answer.blocks).toEqual([{ kind: "pause", seconds: 1 }]);
      expect(answer.remarks).toEqual(["a public post got no answer: it has no replyToId of a known network"]);
      expect(memory).toBe(NOTHING_YET);
    }
  });

  it("gets silence for each reason that there is, and all of them are named", () => {
    const { answer } = answerInPublic(SOME_POST, { ...NOTHING_YET, invitedAt: NOW - MINUTES }, settings);
    expect(answer.remarks).toEqual([
      "a public post got no answer: it has no replyToId of a known network, PUBLIC_MESSAGE was said less than ten minutes ago",
    ]);
  });
});

describe("a turn takes place", () => {
  const inPublic = { ...NOTHING_YET, isPublic: true };
  const at = (input: unknown, before = NOTHING_YET) => {
    const { turn, memory } = located(parseEvent(input), before);
    return { kind: turn.said.kind, isPublic: memory.isPublic };
  };
  const privately = [events.socialData("Facebook", "Private")];

  it("where its event says, and that is remembered", () => {
    expect(at(events.social("hi"))).toEqual({ kind: "public", isPublic: true });
    expect(at(events.social("hi", { channel: "Private" }), inPublic)).toEqual({
      kind: "words",
      isPublic: false,
    });
    expect(at(events.transferredIn("hi", { metadata: privately }), inPublic)).toEqual({
      kind: "welcome",
      isPublic: false,
    });
  });

  it("where the consumer wrote last, for a welcome that does not say", () => {
    for (const welcome of [
      events.transferredIn(),
      events.transferredIn("my balance?"),
      events.chatWelcome(),
    ]) {
      expect(at(welcome, inPublic)).toEqual({ kind: "public", isPublic: true });
      expect(at(welcome)).toEqual({ kind: "welcome", isPublic: false });
    }
    expect(located(parseEvent(events.transferredIn()), inPublic).turn.said).toEqual({
      kind: "public",
      post: SOME_POST,
    });
  });

  it("in private for anything else that does not say, and it moves no memory", () => {
    for (const input of [events.messagingText("hi"), events.file("hi"), events.click("hi", "1")]) {
      expect(at(input)).toEqual({ kind: "words", isPublic: false });
      expect(at(input, inPublic)).toEqual({ kind: "words", isPublic: true });
    }
  });

  it("nowhere else because of what is not the consumer's", () => {
    const metadata = [events.socialData("Facebook", "Public")];
    const agents = events.messagingText("hi", {
      lpEvent: { metadata, originatorMetadata: { role: "AGENT" } },
    });
    expect(at(agents)).toEqual({ kind: "not_consumer", isPublic: false });
    const reply = events.messagingText("hi", { lpEvent: { metadata: privately, __isMe: true } });
    expect(at(reply, inPublic)).toEqual({ kind: "not_consumer", isPublic: true });
  });
});
