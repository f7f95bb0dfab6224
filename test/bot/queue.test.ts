import { afterEach, describe, expect, it, vi } from "vitest";
import { Queue } from "../../src/bot/queue.ts";
import { Deadline } from "../../src/runtime/deadline.ts";

const patient = () => new Deadline(5000);
const impatient = () => new Deadline(10);

/** Enters, notes the name when let in, and leaves when told. */
function visitor(queue: Queue, name: string, deadline: Deadline, order: string[]) {
  const place = queue.enter(deadline).then(({ isMyTurn, leave }) => {
    order.push(isMyTurn ? name : `${name} came too late`);
    return leave;
  });
  return { entered: place, leave: async () => (await place)() };
}

afterEach(() => vi.useRealTimers());

describe("the queue of a conversation", () => {
  it("lets turns in one after the other, in the order in which they came", async () => {
    const queue = new Queue();
    const order: string[] = [];
    const [a, b, c] = ["a", "b", "c"].map((name) => visitor(queue, name, patient(), order));
    await a?.entered;
    expect(order).toEqual(["a"]);
    await a?.leave();
    await b?.entered;
    expect(order).toEqual(["a", "b"]);
    await b?.leave();
    await c?.leave();
    expect(order).toEqual(["a", "b", "c"]);
  });

  it("lets in one that cannot wait longer, and those behind still wait for those before", async () => {
    const queue = new Queue();
    const order: string[] = [];
    const a = visitor(queue, "a", patient(), order);
    const b = visitor(queue, "b", impatient(), order);
    const c = visitor(queue, "c", patient(), order);
    await b.leave();
    expect(order).toEqual(["a", "b came too late"]);
    await a.leave();
    await c.leave();
    expect(order).toEqual(["a", "b came too late", "c"]);
  });

  it("makes one who comes after the first has left wait for those who are still in", async () => {
    const queue = new Queue();
    const order: string[] = [];
    const a = visitor(queue, "a", patient(), order);
    const b = visitor(queue, "b", patient(), order);
    await a.leave();
    await b.entered;
    const c = visitor(queue, "c", impatient(), order);
    await c.leave();
    await b.leave();
    expect(order).toEqual(["a", "b", "c came too late"]);
  });

  it("is empty once all have left, in whatever order and however they came in", async () => {
    const queue = new Queue();
    const order: string[] = [];
    expect(queue.isEmpty).toBe(true);
    const a = visitor(queue, "a", patient(), order);
    const b = visitor(queue, "b", impatient(), order);
    const c = visitor(queue, "c", impatient(), order);
    await c.leave();
    await a.leave();
    expect(queue.isEmpty).toBe(false);
    await b.leave();
    expect(queue.isEmpty).toBe(true);
    const next = patient();
    vi.spyOn(next, "sees");
    expect(await queue.enter(next)).toMatchObject({ isMyTurn: true });
    expect(next.sees, "nothing is waited for").not.toHaveBeenCalled();
  });

  it("leaves no timer behind", async () => {
    vi.useFakeTimers();
    const queue = new Queue();
    const first = await queue.enter(patient());
    const second = queue.enter(patient());
    first.leave();
    await second;
    expect(vi.getTimerCount()).toBe(0);
  });
});
