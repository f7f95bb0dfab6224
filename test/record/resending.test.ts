import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CallContext, ContextCall } from "../../src/record/context-service.ts";
import { faultOfContext } from "../../src/record/faults.ts";
import { resending } from "../../src/record/resending.ts";
import { pause } from "../../src/runtime/deadline.ts";

const WRITE: ContextCall = {
  method: "patch",
  url: "https://z1.context.liveperson.net/v1/account/12345678/clinc_conversation/7e1f2c64/properties",
  key: "a-key",
  data: { bot: { rev: 1 } },
  timeout: 800,
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What a service is sent that answers the first call after so long with this status, and is well then. */
async function sentTo(milliseconds: number, status = 500, request = WRITE) {
  const calls: ContextCall[] = [];
  const service: CallContext = async (call) => {
    calls.push(call);
    if (calls.length > 1) return undefined;
    await pause(milliseconds);
    return faultOfContext(status, "", false);
  };
  const outcome = resending(service)(request);
  await vi.runAllTimersAsync();
  return { calls, outcome: await outcome };
}

describe("a write that the service may have lost", () => {
  it.each([0, 1, 400])(
    "is sent once more, whole, in what is left of its time after %i ms",
    async (milliseconds) => {
      const { calls, outcome } = await sentTo(milliseconds);
      expect(calls).toEqual([WRITE, { ...WRITE, timeout: WRITE.timeout - milliseconds }]);
      expect(outcome).toBeUndefined();
    },
  );

  it("is not sent again with less than 400 ms left", async () => {
    const { calls, outcome } = await sentTo(401);
    expect(calls).toHaveLength(1);
    expect(outcome).toMatchObject({ reason: "context_unavailable" });
  });
});

describe("a call that is sent once only", () => {
  it.each([
    ["a write that was refused", WRITE, 401],
    ["a read", { ...WRITE, method: "get" as const }, 500],
    ["a word on how long to keep things", { ...WRITE, method: "post" as const }, 500],
  ])("is %s", async (_, request, status) => {
    const { calls, outcome } = await sentTo(0, status, request);
    expect(calls).toEqual([request]);
    expect(outcome).toMatchObject({ cause: { status } });
  });
});
