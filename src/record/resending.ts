import { Deadline } from "../runtime/deadline.ts";
import { Fault } from "../runtime/fault.ts";
import type { CallContext } from "./context-service.ts";
import { UNAVAILABLE } from "./faults.ts";

/** Milliseconds that a second attempt wants. */
const ENOUGH_MS = 400;

/**
 * Sends a write once more that the service may have lost, within the time of the first. Properties are written whole, so
 * that it does no harm where it was not.
 */
export function resending(callContext: CallContext): CallContext {
  return async (request) => {
    const deadline = new Deadline(request.timeout);
    const found = await callContext(request);
    const isLost = request.method === "patch" && found instanceof Fault && found.reason === UNAVAILABLE;
    const timeout = deadline.left();
    return isLost && timeout >= ENOUGH_MS ? callContext({ ...request, timeout }) : found;
  };
}
