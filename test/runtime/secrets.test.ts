import { afterEach, describe, expect, it, vi } from "vitest";
import { Deadline } from "../../src/runtime/deadline.ts";
import { secretReader } from "../../src/runtime/secrets.ts";
import { SECRET_NOT_FOUND } from "../../src/runtime/toolbelt.ts";

const soon = () => new Deadline(1000);
const readerOf = (readSecret: (name: string) => Promise<unknown>) =>
  secretReader({ SecretClient: () => ({ readSecret }) });

afterEach(() => vi.useRealTimers());

describe("the secret storage", () => {
  it("has no such secret: that is blank, not a failure", async () => {
    const read = readerOf(() => Promise.reject(Object.assign(new Error("none"), { code: SECRET_NOT_FOUND })));
    expect(await read("x", soon())).toBe("");
  });

  it("fails or throws: that is nobody's setting", async () => {
    for (const readSecret of [
      () => Promise.reject(new Error("boom")),
      () => {
        throw new TypeError("boom");
      },
    ]) {
      await expect(readerOf(readSecret)("x", soon())).rejects.toMatchObject({
        responsible: "network",
        reason: "secret_storage_unavailable",
      });
    }
  });

  it("hangs: the deadline ends the wait", async () => {
    const read = readerOf(() => new Promise(() => {}));
    await expect(read("x", new Deadline(20))).rejects.toMatchObject({ reason: "secret_storage_unavailable" });
  });
});

describe("a secret that many ask for at once", () => {
  /** A storage whose reads are answered by hand. */
  function storage() {
    const reads: Array<{ name: string; answer(value: string): void; fail(): void }> = [];
    const read = readerOf(
      (name) =>
        new Promise((resolve, reject) => {
          reads.push({ name, answer: (value) => resolve({ value }), fail: () => reject(new Error("boom")) });
        }),
    );
    return { reads, read };
  }

  it("is read once, and each secret by itself", async () => {
    const { reads, read } = storage();
    const all = Promise.all([read("a", soon()), read("b", soon()), read("a", soon()), read("a", soon())]);
    expect(reads.map(({ name }) => name)).toEqual(["a", "b"]);
    for (const { name, answer } of reads) answer(`value of ${name}`);
    expect(await all).toEqual(["value of a", "value of b", "value of a", "value of a"]);
  });

  it("is read anew for who asks later, also after a failure", async () => {
    const { reads, read } = storage();
    const failed = Promise.allSettled([read("a", soon()), read("a", soon())]);
    reads[0]?.fail();
    expect((await failed).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    const first = read("a", soon());
    reads[1]?.answer("old");
    expect(await first).toBe("old");
    const second = read("a", soon());
    reads[2]?.answer("new");
    expect(await second).toBe("new");
  });

  it("is waited for by each until its own deadline", async () => {
    vi.useFakeTimers();
    const { reads, read } = storage();
    const hasty = expect(read("a", new Deadline(100))).rejects.toMatchObject({
      reason: "secret_storage_unavailable",
    });
    const patient = read("a", new Deadline(1000));
    await vi.advanceTimersByTimeAsync(100);
    await hasty;
    reads[0]?.answer("found");
    expect(await patient).toBe("found");
  });

  it("is not lost to all by one read that hangs", async () => {
    vi.useFakeTimers();
    const { reads, read } = storage();
    const hasty = expect(read("a", new Deadline(100))).rejects.toThrow();
    const patient = read("a", new Deadline(1000));
    await vi.advanceTimersByTimeAsync(100);
    await hasty;
    const next = read("a", soon());
    expect(reads).toHaveLength(2);
    reads[0]?.answer("late");
    expect(await patient).toBe("late");
    const another = read("a", soon());
    expect(reads).toHaveLength(2);
    reads[1]?.answer("found");
    expect(await Promise.all([next, another])).toEqual(["found", "found"]);
  });
});
