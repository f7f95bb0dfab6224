import { performance } from "node:perf_hooks";
import { describe, expect, it } from "vitest";
import { VirtualTime } from "../../../../scripts/stand-ins/functions/virtual-time.ts";
import { pause } from "../../../../src/runtime/deadline.ts";

const HOUR = 3_600_000;

describe("virtual time", () => {
  it("lets a day pass at once, on both clocks", async () => {
    const time = new VirtualTime();
    const before = time.now;
    const passed = await time.during(async () => {
      const [date, tick] = [Date.now(), performance.now()];
      await pause(24 * HOUR);
      return [Date.now() - date, performance.now() - tick];
    });
    expect(passed).toEqual([24 * HOUR, 24 * HOUR]);
    expect(time.now - before).toBe(24 * HOUR);
  });

  it("shows another time to who has a clock that is not right, also after a wait", async () => {
    const time = new VirtualTime();
    const seen = await time.during(() =>
      time.byClockAhead(-400, async () => {
        const [ahead, tick] = [Date.now() - time.now, performance.now()];
        await pause(1_000);
        return [ahead, Date.now() - time.now, performance.now() - tick];
      }),
    );
    expect(seen).toEqual([-400, -400, 1_000]);
  });

  it("shows own work to who measures, and to nobody else", async () => {
    const time = new VirtualTime(() => 3);
    const seen = await time.during(async () => {
      const [date, tick] = [Date.now(), performance.now()];
      await pause(1_000);
      return [Date.now() - date, performance.now() - tick];
    });
    expect(seen).toEqual([1_000, 1_003]);
  });

  it("goes on where it stopped", async () => {
    const time = new VirtualTime();
    await time.during(() => pause(HOUR));
    const before = time.now;
    expect(await time.during(async () => Date.now())).toBe(before);
  });

  it("fires timers by their moment, and those of one moment as they were set", async () => {
    const fired: string[] = [];
    await new VirtualTime().during(async () => {
      const waits = [pause(20), pause(10), pause(10), pause(0)];
      await Promise.all(waits.map((wait, number) => wait.then(() => fired.push(`${number}`))));
    });
    expect(fired).toEqual(["3", "1", "2", "0"]);
  });

  it("does not fire a timer that was cleared", async () => {
    let fired = false;
    await new VirtualTime().during(async () => {
      const timer = setTimeout(() => {
        fired = true;
      }, 10);
      clearTimeout(timer);
      await pause(20);
    });
    expect(fired).toBe(false);
  });

  it("does not pass while something is ciphered", async () => {
    const hashing = { name: "PBKDF2", hash: "SHA-512", salt: new Uint8Array(16), iterations: 100_000 };
    const cipher = async () => {
      const key = await crypto.subtle.importKey("raw", new Uint8Array(16), "PBKDF2", false, ["deriveBits"]);
      await crypto.subtle.deriveBits(hashing, key, 256);
      return "the cipher";
    };
    const first = await new VirtualTime().during(() =>
      Promise.race([pause(1).then(() => "the timer"), cipher()]),
    );
    expect(first).toBe("the cipher");
  });

  it("names a wait that nothing can end", async () => {
    const hanging = new VirtualTime().during(() => new Promise(() => {}));
    await expect(hanging).rejects.toThrow("nothing is left that could end this wait");
  });

  it.each([
    ["ends well", () => pause(HOUR), undefined],
    ["fails", () => Promise.reject(new Error("no")), "no"],
  ])("gives the real clocks back when the work %s", async (_, work, message) => {
    const real = { setTimeout, clearTimeout, now: Date.now, digest: crypto.subtle.digest };
    const failure = await new VirtualTime().during(work).then(
      () => undefined,
      (error: Error) => error.message,
    );
    expect(failure).toBe(message);
    expect({ setTimeout, clearTimeout, now: Date.now, digest: crypto.subtle.digest }).toEqual(real);
    expect(Object.hasOwn(performance, "now")).toBe(false);
  });
});
