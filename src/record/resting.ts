import { Deadline } from "../runtime/deadline.ts";
import { Fault } from "../runtime/fault.ts";
import type { JsonObject } from "../runtime/tolerant.ts";
import type { CallContext, ContextCall } from "./context-service.ts";
import { isTooSlow } from "./faults.ts";

/** Whether a call was done (`on`), not even made (`resting`) or came to nothing (`failed`), and then why. */
export type Called = {
  status: "on" | "resting" | "failed";
  found?: JsonObject | undefined;
  fault?: Fault | undefined;
};

/** The service, which is left alone for a while when it does not do. */
export type RestingService = {
  call(request: ContextCall): Promise<Called>;
  /** Whether it has answered before, with whatever. */
  hasAnswered(): boolean;
};

const FAILURES_IN_A_ROW = 3;
const TOO_MANY_REQUESTS = 429;
const REST_MS = 30_000;

/**
 * Spares the service, and the consumer's time, for half a minute after three failures in a row or one answer that there
 * were too many calls. After a rest the first failure is enough for the next one.
 *
 * A very first call that is merely too slow does not count: connecting takes its time.
 */
export function restingService(callContext: CallContext): RestingService {
  let hasCalled = false;
  let hasAnswered = false;
  let failures = 0;
  let rest = new Deadline(0);
  return {
    hasAnswered: () => hasAnswered,
    async call(request) {
      if (rest.left() > 0) return { status: "resting" };
      const isFirst = !hasCalled;
      hasCalled = true;
      const found = await callContext(request);
      if (!(found instanceof Fault)) {
        hasAnswered = true;
        failures = 0;
        return { status: "on", found };
      }
      const status = found.cause?.status;
      if (status) hasAnswered = true;
      if (!isFirst || !isTooSlow(found)) failures += 1;
      if (failures >= FAILURES_IN_A_ROW || status === TOO_MANY_REQUESTS) rest = new Deadline(REST_MS);
      return { status: "failed", fault: found };
    },
  };
}
