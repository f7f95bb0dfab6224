import { afterEach, describe, expect, it, vi } from "vitest";
import { Conversation, Conversations } from "../../src/bot/conversations.ts";
import { Deadline } from "../../src/runtime/deadline.ts";

const late = () => new Error("too late");
const patient = () => new Deadline(5000);

/** A piece of work that ends when the test says so. */
function openWork<T>(result: T) {
  let finish = () => {};
  const done = new Promise<T>((resolve) => {
    finish = () => resolve(result);
  });
  return { done, finish };
}

afterEach(() => vi.useRealTimers());

describe("a repeat of a turn", () => {
  it("gets the outcome of the first, also while that is still being found", async () => {
    const conversation = new Conversation();
    const { done, finish } = openWork("reply");
    const work = vi.fn(() => done);
    const both = [conversation.once("k", work), conversation.once("k", work)];
    finish();
    expect(await Promise.all(both)).toEqual(["reply", "reply"]);
    expect(await conversation.once("k", work)).toBe("reply");
    expect(work).toHaveBeenCalledTimes(1);
  });

  it("gets the failure of the first as well", async () => {
    const conversation = new Conversation();
    const work = vi.fn(() => Promise.reject(new Error("no skill")));
    await expect(conversation.once("k", work)).rejects.toThrow("no skill");
    await expect(conversation.once("k", work)).rejects.toThrow("no skill");
    expect(work).toHaveBeenCalledTimes(1);
  });

  it("is known for five turns", async () => {
    const conversation = new Conversation();
    const work = vi.fn(async () => "reply");
    for (const key of ["1", "2", "3", "4", "5", "6"]) await conversation.once(key, work);
    await conversation.once("2", work);
    expect(work).toHaveBeenCalledTimes(6);
    await conversation.once("1", work);
    expect(work).toHaveBeenCalledTimes(7);
  });

  it("is never told without a key", async () => {
    const conversation = new Conversation();
    const work = vi.fn(async () => "reply");
    await conversation.once("", work);
    await conversation.once("", work);
    expect(work).toHaveBeenCalledTimes(2);
  });
});

describe("turns of one conversation", () => {
  it("are taken one after the other, in the order in which they came", async () => {
    const conversation = new Conversation();
    const order: string[] = [];
    const works = ["a", "b", "c"].map(openWork);
    const turns = works.map(({ done }) =>
      conversation.inOrder(patient(), late, async () => {
        const name = await done;
        order.push(name);
        return name;
      }),
    );
    for (const { finish } of [...works].reverse()) finish();
    expect(await Promise.all(turns)).toEqual(["a", "b", "c"]);
    expect(order).toEqual(["a", "b", "c"]);
  });

  it("go on after one that failed", async () => {
    const conversation = new Conversation();
    const failing = conversation.inOrder(patient(), late, () => Promise.reject(new Error("boom")));
    const next = conversation.inOrder(patient(), late, async () => "next");
    await expect(failing).rejects.toThrow("boom");
    expect(await next).toBe("next");
  });

  it("give up when their patience ends, and those behind still wait for those before", async () => {
    const conversation = new Conversation();
    const first = openWork("first");
    const order: string[] = [];
    const a = conversation.inOrder(patient(), late, () => first.done.then((name) => order.push(name)));
    const b = conversation.inOrder(new Deadline(10), late, async () => order.push("second"));
    const c = conversation.inOrder(patient(), late, async () => order.push("third"));
    await expect(b).rejects.toThrow("too late");
    expect(order).toEqual([]);
    first.finish();
    await Promise.all([a, c]);
    expect(order).toEqual(["first", "third"]);
  });

  it("do not wait for anything when nothing is being done", async () => {
    vi.useFakeTimers();
    const conversation = new Conversation();
    for (const turn of ["first", "second"]) {
      expect(await conversation.inOrder(patient(), late, async () => turn)).toBe(turn);
      expect(vi.getTimerCount()).toBe(0);
    }
  });
});

describe("the conversations of an instance", () => {
  it("are remembered apart from each other", () => {
    const conversations = new Conversations();
    conversations.of("a").misunderstood = 2;
    expect(conversations.of("a").misunderstood).toBe(2);
    expect(conversations.of("b").misunderstood).toBe(0);
  });

  it("are forgotten when too many others came later", () => {
    const conversations = new Conversations();
    conversations.of("old").failed = 1;
    conversations.of("used").failed = 1;
    for (let number = 0; number < 999; number += 1) {
      conversations.of(`c${number}`);
      conversations.of("used");
    }
    expect(conversations.of("used").failed).toBe(1);
    expect(conversations.of("old").failed).toBe(0);
  });

  it("are kept while a turn is under way, however many others come", async () => {
    const conversations = new Conversations();
    const { done, finish } = openWork("reply");
    const slow = conversations.of("slow");
    const turn = slow.inOrder(patient(), late, () => done);
    for (let number = 0; number < 2_000; number += 1) conversations.of(`c${number}`);
    expect(conversations.of("slow")).toBe(slow);
    for (let number = 0; number < 2_000; number += 1) conversations.of(`d${number}`);
    finish();
    await turn;
    for (let number = 0; number < 1_000; number += 1) conversations.of(`e${number}`);
    expect(conversations.of("slow")).not.toBe(slow);
  });

  it("are forgotten after an hour of silence", () => {
    vi.useFakeTimers();
    const conversations = new Conversations();
    conversations.of("a").failed = 1;
    vi.advanceTimersByTime(59 * 60_000);
    expect(conversations.of("a").failed).toBe(1);
    vi.advanceTimersByTime(61 * 60_000);
    expect(conversations.of("a").failed).toBe(0);
  });
});
