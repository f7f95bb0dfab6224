import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CallContext } from "../../src/record/context-service.ts";
import { restingService } from "../../src/record/resting.ts";
import { Fault } from "../../src/runtime/fault.ts";

const REQUEST = {
  method: "get",
  url: "https://z1.context.liveperson.net",
  key: "key",
  timeout: 400,
} as const;

const answered = (status: number) => new Fault("network", "context_unavailable", "wait", { status });
const failedWith = (code: string) => new Fault("network", "context_unavailable", "wait", { cause: { code } });
const SLOW = failedWith("ETIMEDOUT");
const DOWN = failedWith("ECONNREFUSED");
const ERROR = answered(500);
const FINE = { agent: {} };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

/** The service, and how often it is really called; each call comes to what the test says. */
function serviceThat(...outcomes: Array<Awaited<ReturnType<CallContext>>>) {
  const callContext = vi.fn<CallContext>(async () => outcomes.shift());
  const service = restingService(callContext);
  return {
    ...service,
    calls: () => callContext.mock.calls.length,
    statuses: async (count: number) => {
      const statuses: string[] = [];
      for (let number = 0; number < count; number++) statuses.push((await service.call(REQUEST)).status);
      return statuses.join(" ");
    },
  };
}

describe("the service", () => {
  it("is called each time as long as it does, and what it found comes back", async () => {
    const service = serviceThat(FINE, undefined);
    expect(await service.call(REQUEST)).toEqual({ status: "on", found: FINE });
    expect(await service.call(REQUEST)).toEqual({ status: "on", found: undefined });
    expect(service.calls()).toBe(2);
  });

  it("tells what went wrong", async () => {
    expect(await serviceThat(ERROR).call(REQUEST)).toEqual({ status: "failed", fault: ERROR });
  });

  it.each([
    ["is down", DOWN],
    ["answers with errors", ERROR],
    ["refuses the key", answered(401)],
  ])("rests for half a minute when it %s three times in a row", async (_, fault) => {
    const service = serviceThat(fault, fault, fault, FINE);
    expect(await service.statuses(5)).toBe("failed failed failed resting resting");
    vi.advanceTimersByTime(29_999);
    expect(await service.statuses(1)).toBe("resting");
    expect(service.calls()).toBe(3);
    vi.advanceTimersByTime(1);
    expect(await service.statuses(1)).toBe("on");
  });

  it("rests at once when it says that there were too many calls", async () => {
    const service = serviceThat(FINE, answered(429), FINE);
    expect(await service.statuses(3)).toBe("on failed resting");
    vi.advanceTimersByTime(30_000);
    expect(await service.statuses(1)).toBe("on");
  });

  it("does not rest for failures between which it did", async () => {
    const service = serviceThat(DOWN, DOWN, FINE, DOWN, DOWN, FINE);
    expect(await service.statuses(6)).toBe("failed failed on failed failed on");
  });

  it("rests again after one more failure, but no more once it does again", async () => {
    const service = serviceThat(DOWN, DOWN, DOWN, DOWN, FINE, DOWN, FINE);
    expect(await service.statuses(4)).toBe("failed failed failed resting");
    vi.advanceTimersByTime(30_000);
    expect(await service.statuses(2)).toBe("failed resting");
    vi.advanceTimersByTime(30_000);
    expect(await service.statuses(3)).toBe("on failed on");
  });

  it("is forgiven a first call that is merely too slow, once", async () => {
    expect(await serviceThat(SLOW, SLOW, SLOW, FINE).statuses(4)).toBe("failed failed failed on");
    expect(await serviceThat(SLOW, SLOW, SLOW, SLOW).statuses(5)).toBe("failed failed failed failed resting");
    expect(await serviceThat(failedWith("ESOCKETTIMEDOUT"), DOWN, DOWN, FINE).statuses(4)).toBe(
      "failed failed failed on",
    );
  });

  it("is not forgiven a first call that fails otherwise, nor a later slow one", async () => {
    expect(await serviceThat(DOWN, SLOW, SLOW, FINE).statuses(4)).toBe("failed failed failed resting");
    expect(await serviceThat(FINE, SLOW, SLOW, SLOW).statuses(5)).toBe("on failed failed failed resting");
  });

  it("has answered when anything came back, be it an error", async () => {
    for (const [outcome, expected] of [
      [FINE, true],
      [undefined, true],
      [ERROR, true],
      [answered(401), true],
      [DOWN, false],
      [SLOW, false],
    ] as const) {
      const service = serviceThat(outcome);
      expect(service.hasAnswered()).toBe(false);
      await service.call(REQUEST);
      expect(service.hasAnswered()).toBe(expected);
    }
  });

  it("has still answered after it went down", async () => {
    const service = serviceThat(FINE, DOWN);
    await service.statuses(2);
    expect(service.hasAnswered()).toBe(true);
  });
});
