import { afterEach, describe, expect, it, vi } from "vitest";
import { Conversation, Conversations, type Spoken } from "../../src/bot/conversations.ts";
import { NOTHING_YET } from "../../src/bot/memory.ts";
import type { Reply } from "../../src/liveperson/reply.ts";
import { recordPlace } from "../../src/record/place.ts";
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

  it("is known for five turns, too, where the first failed, and takes no room", async () => {
    const grown = vi.fn();
    const conversation = new Conversation(grown);
    await expect(
      conversation.once("0", () => Promise.reject(new Error("no skill")), unheard),
    ).rejects.toThrow();
    expect(grown.mock.calls).toEqual([[0]]);
    for (const key of ["1", "2", "3", "4", "5"])
      await conversation.once(key, async () => spoken(key), unheard);
    expect(await isAskedAgain(conversation, "0")).toBe(true);
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
    const { done, finish } = openWork(spoken("first"));
    const first = conversation.once("", () => done, unheard);
    expect(await isAskedAgain(conversation, ""), "while another one is under way").toBe(true);
    finish();
    await first;
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

describe("what seals the record of a conversation", () => {
  it("stays the same for the same App-Key, whose keys are derived once", () => {
    const place = recordPlace("z1", "12345678", "clinc");
    if (!place) throw new Error("no place");
    const conversation = new Conversation();
    const sealing = conversation.sealingWith("an App-Key", place, "c-1");
    expect(conversation.sealingWith("an App-Key", place, "c-1")).toBe(sealing);
    expect(conversation.sealingWith("another one", place, "c-1")).not.toBe(sealing);
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
    vi.advanceTimersByTime(60 * 60_000 - 1);
    expect(conversations.of("a").memory.failed).toBe(1);
    vi.advanceTimersByTime(60 * 60_000);
    expect(conversations.of("a").memory.failed).toBe(0);
    expect(conversations.of("busy")).toBe(busy);
  });

  it("can all be forgotten after turns that gave up waiting", async () => {
    const conversations = new Conversations();
    const giveUp = async (conversation: Conversation) => {
      const first = await conversation.enter(patient());
      const late = conversation.enter(new Deadline(0));
      const later = conversation.enter(new Deadline(0));
      (await later).leave(NOTHING_YET);
      first.leave(NOTHING_YET);
      (await late).leave(NOTHING_YET);
      expect(conversation.isBusy).toBe(false);
    };
    await Promise.all(Array.from({ length: 1_100 }, (_, number) => giveUp(conversations.of(`c${number}`))));
    const newest = conversations.of("newest");
    for (let number = 0; number < 999; number += 1) conversations.of(`d${number}`);
    expect(conversations.of("newest")).toBe(newest);
  });
});

describe("the remembered replies of a conversation", () => {
  it("tell how much room they take before they do, and before that what the oldest gives back", async () => {
    const grown = vi.fn();
    const conversation = new Conversation(grown);
    const bytes = (text: string) => spoken(text).written.length * 2;
    const texts = ["a", "bb", "ccc", "dddd", "eeeee", "ffffff"];
    for (const text of texts) await conversation.once(text, async () => spoken(text), unheard);
    const [oldest = "", ...others] = texts;
    expect(grown.mock.calls.flat()).toEqual([
      ...texts.slice(0, 5).map(bytes),
      -bytes(oldest),
      bytes("ffffff"),
    ]);
    grown.mockClear();
    conversation.forgetReplies();
    expect(grown.mock.calls.flat()).toEqual([-others.map(bytes).reduce((sum, one) => sum + one)]);
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

  it("all stay while they are not more, to the byte", async () => {
    const conversations = new Conversations();
    const exact = spoken("x".repeat(2_000_000 - spoken("").written.length));
    for (const id of ["a", "b", "c", "d"]) await conversations.of(id).once("1", async () => exact, unheard);
    expect(await isAskedAgain(conversations.of("a"), "1")).toBe(false);
  });

  it("go past a conversation that has none", async () => {
    const conversations = new Conversations();
    conversations.of("none");
    for (const id of ["a", "b", "c", "d"]) await answer(conversations, id, "1");
    expect(await isAskedAgain(conversations.of("a"), "1")).toBe(true);
    expect(await isAskedAgain(conversations.of("b"), "1")).toBe(false);
  });

  it("go after an hour of silence, when another conversation is asked for", async () => {
    vi.useFakeTimers();
    const conversations = new Conversations();
    await answer(conversations, "a", "1");
    const silent = conversations.of("a");
    vi.advanceTimersByTime(60 * 60_000 - 1);
    conversations.of("b");
    expect(await isAskedAgain(silent, "1")).toBe(false);
    vi.advanceTimersByTime(1);
    conversations.of("c");
    expect(await isAskedAgain(silent, "1")).toBe(true);
  });

  it("take no room any more once their conversation begins anew", async () => {
    vi.useFakeTimers();
    const conversations = new Conversations();
    for (const key of ["1", "2", "3"]) await answer(conversations, "a", key);
    vi.advanceTimersByTime(60 * 60_000);
    for (const key of ["4", "5", "6"]) await answer(conversations, "a", key);
    for (const key of ["4", "5", "6"]) expect(await isAskedAgain(conversations.of("a"), key)).toBe(false);
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
