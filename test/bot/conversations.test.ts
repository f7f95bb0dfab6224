import { afterEach, describe, expect, it, vi } from "vitest";
import { VirtualTime } from "../../scripts/stand-ins/functions/virtual-time.ts";
import { Conversation, Conversations, type Spoken } from "../../src/bot/conversations.ts";
import { NOTHING_YET } from "../../src/bot/memory.ts";
import type { Reply } from "../../src/liveperson/reply.ts";
import { Deadline } from "../../src/runtime/deadline.ts";

const patient = () => new Deadline(5000);
const unheard = () => {};

function spoken(text: string): Spoken {
  const reply: Reply = {
    messages: [text],
    context: { intentId: "i", intentName: "i", confidenceScore: 1 },
  };
  return { reply, written: JSON.stringify(reply) };
}

/** A piece of work that ends when the test says so. */
function openWork<T>(result: T) {
  let finish = () => {};
  const done = new Promise<T>((resolve) => {
    finish = () => resolve(result);
  });
  return { done, finish };
}

/** Answers a turn of this key, and tells whether the work was done. */
async function isAskedAgain(conversation: Conversation, key: string): Promise<boolean> {
  const work = vi.fn(async () => spoken("again"));
  await conversation.once(key, work, unheard);
  return work.mock.calls.length > 0;
}

/** Makes something rememberable of a conversation. */
async function leaveWith(conversation: Conversation, failed: number): Promise<void> {
  const place = await conversation.enter(patient());
  place.leave({ ...NOTHING_YET, failed });
}

afterEach(() => vi.useRealTimers());

describe("a repeat of a turn", () => {
  it("gets the reply of the first, also while that is still being found", async () => {
    const conversation = new Conversation();
    const { done, finish } = openWork(spoken("reply"));
    const work = vi.fn(() => done);
    const repeated = vi.fn();
    const both = [conversation.once("k", work, repeated), conversation.once("k", work, repeated)];
    finish();
    expect(await Promise.all(both)).toEqual([spoken("reply").reply, spoken("reply").reply]);
    expect(await conversation.once("k", work, repeated)).toEqual(spoken("reply").reply);
    expect(work).toHaveBeenCalledTimes(1);
    expect(repeated).toHaveBeenCalledTimes(2);
  });

  it("gets the failure of the first as well", async () => {
    const conversation = new Conversation();
    const work = vi.fn(() => Promise.reject(new Error("no skill")));
    await expect(conversation.once("k", work, unheard)).rejects.toThrow("no skill");
    await expect(conversation.once("k", work, unheard)).rejects.toThrow("no skill");
    expect(work).toHaveBeenCalledTimes(1);
  });

  it("is known for five turns", async () => {
    const conversation = new Conversation();
    for (const key of ["1", "2", "3", "4", "5", "6"])
      await conversation.once(key, async () => spoken(key), unheard);
    expect(await isAskedAgain(conversation, "2")).toBe(false);
    expect(await isAskedAgain(conversation, "1")).toBe(true);
  });

  it("is known while the first is under way, however many came after it", async () => {
    const conversation = new Conversation();
    const { done, finish } = openWork(spoken("first"));
    const first = conversation.once("1", () => done, unheard);
    for (const key of ["2", "3", "4", "5", "6", "7"])
      await conversation.once(key, async () => spoken(key), unheard);
    const repeat = conversation.once("1", async () => spoken("asked again"), unheard);
    finish();
    expect(await Promise.all([first, repeat])).toEqual([spoken("first").reply, spoken("first").reply]);
  });

  it("is never told without a key", async () => {
    const conversation = new Conversation();
    expect(await isAskedAgain(conversation, "")).toBe(true);
    expect(await isAskedAgain(conversation, "")).toBe(true);
  });
});

describe("what a turn leaves", () => {
  it("is what the next one finds", async () => {
    const conversation = new Conversation();
    expect(conversation.memory).toBe(NOTHING_YET);
    await leaveWith(conversation, 3);
    expect(conversation.memory.failed).toBe(3);
  });

  it("counts for nothing when an earlier turn is still under way", async () => {
    const conversation = new Conversation();
    const first = await conversation.enter(patient());
    const late = await conversation.enter(new Deadline(5));
    expect([first.isMyTurn, late.isMyTurn]).toEqual([true, false]);
    late.leave({ ...NOTHING_YET, failed: 7 });
    expect(conversation.memory.failed).toBe(0);
    first.leave({ ...NOTHING_YET, failed: 1 });
    expect(conversation.memory.failed).toBe(1);
    expect(conversation.isBusy).toBe(false);
  });
});

describe("the conversations of an instance", () => {
  it("are remembered apart from each other", async () => {
    const conversations = new Conversations();
    await leaveWith(conversations.of("a"), 2);
    expect(conversations.of("a").memory.failed).toBe(2);
    expect(conversations.of("b").memory.failed).toBe(0);
  });

  it("are forgotten when too many others came later", async () => {
    const conversations = new Conversations();
    await leaveWith(conversations.of("old"), 1);
    await leaveWith(conversations.of("used"), 1);
    for (let number = 0; number < 999; number += 1) {
      conversations.of(`c${number}`);
      conversations.of("used");
    }
    expect(conversations.of("used").memory.failed).toBe(1);
    expect(conversations.of("old").memory.failed).toBe(0);
  });

  it("are kept while a turn is under way, however many others come", async () => {
    const conversations = new Conversations();
    const slow = conversations.of("slow");
    const place = await slow.enter(patient());
    for (let number = 0; number < 2_000; number += 1) conversations.of(`c${number}`);
    expect(conversations.of("slow")).toBe(slow);
    for (let number = 0; number < 2_000; number += 1) conversations.of(`d${number}`);
    place.leave(NOTHING_YET);
    for (let number = 0; number < 1_000; number += 1) conversations.of(`e${number}`);
    expect(conversations.of("slow")).not.toBe(slow);
  });

  it("keep the newest, also beside a thousand with a turn under way", async () => {
    const conversations = new Conversations();
    for (let number = 0; number < 1_000; number += 1) await conversations.of(`c${number}`).enter(patient());
    const newest = conversations.of("newest");
    expect(conversations.of("newest")).toBe(newest);
    expect(conversations.of("c0").isBusy).toBe(true);
  });

  it("are forgotten after an hour of silence, unless a turn is under way", async () => {
    vi.useFakeTimers();
    const conversations = new Conversations();
    await leaveWith(conversations.of("a"), 1);
    const busy = conversations.of("busy");
    await busy.enter(patient());
    vi.advanceTimersByTime(59 * 60_000);
    expect(conversations.of("a").memory.failed).toBe(1);
    vi.advanceTimersByTime(61 * 60_000);
    expect(conversations.of("a").memory.failed).toBe(0);
    expect(conversations.of("busy")).toBe(busy);
  });

  it("can all be forgotten after turns that gave up waiting", async () => {
    const conversations = new Conversations();
    await new VirtualTime().during(async () => {
      for (let number = 0; number < 1_100; number += 1) {
        const conversation = conversations.of(`c${number}`);
        const first = await conversation.enter(patient());
        const late = conversation.enter(new Deadline(0));
        const later = conversation.enter(new Deadline(0));
        (await later).leave(NOTHING_YET);
        first.leave(NOTHING_YET);
        (await late).leave(NOTHING_YET);
        expect(conversation.isBusy).toBe(false);
      }
    });
    const newest = conversations.of("newest");
    for (let number = 0; number < 999; number += 1) conversations.of(`d${number}`);
    expect(conversations.of("newest")).toBe(newest);
  });
});

describe("the remembered replies of an instance", () => {
  const rich = spoken("x".repeat(2_000_000));
  const answer = (conversations: Conversations, id: string, key: string) =>
    conversations.of(id).once(key, async () => rich, unheard);

  it("go, the longest unused conversation's first, when they are 16 MB together", async () => {
    const conversations = new Conversations();
    for (const id of ["a", "b", "c", "d"]) await answer(conversations, id, "1");
    expect(await isAskedAgain(conversations.of("a"), "1")).toBe(true);
    expect(await isAskedAgain(conversations.of("c"), "1")).toBe(false);
    expect(await isAskedAgain(conversations.of("d"), "1")).toBe(false);
  });

  it("never go for the newest one", async () => {
    const conversations = new Conversations();
    for (const key of ["1", "2", "3", "4"]) await answer(conversations, "only", key);
    expect(await isAskedAgain(conversations.of("only"), "4")).toBe(false);
    expect(await isAskedAgain(conversations.of("only"), "3")).toBe(true);
  });

  it("take no room any more once their conversation is forgotten", async () => {
    const conversations = new Conversations();
    for (const id of ["a", "b", "c"]) await answer(conversations, id, "1");
    for (let number = 0; number < 1_000; number += 1) conversations.of(`c${number}`);
    for (const id of ["d", "e", "f"]) await answer(conversations, id, "1");
    for (const id of ["d", "e", "f"]) expect(await isAskedAgain(conversations.of(id), "1")).toBe(false);
  });
});
