import { now } from "./clock.ts";
import { Deadline } from "./deadline.ts";
import { Fault } from "./fault.ts";

/** A value from outside that is kept for {@link KEPT_FOR_MS}. */
export type Kept<Value> = {
  /** What was read last, or reads it. */
  current(deadline: Deadline): Promise<Value>;
  /** Reads again, because what was kept did not do. */
  fresh(deadline: Deadline): Promise<Value>;
};

/** V1's Secret Storage is a network call each time; V2 keeps values for the same five minutes by itself. */
const KEPT_FOR_MS = 5 * 60_000;

/** A storage that is down is not waited for in every turn. */
const TRIED_AGAIN_AFTER_MS = 60_000;

/**
 * When the storage does not answer, what was read before is used for as long as it takes, and most of the turn's time is
 * left for Clinc: it was right five minutes ago.
 *
 * @param read a fault that it returns is kept like any value, and everybody who asks is rejected with it; one that it
 * throws is not kept
 */
export function keptFrom<Value>(read: (deadline: Deadline) => Promise<Value | Fault>): Kept<Value> {
  let kept: { value: Value | Fault; until: number } | undefined;

  async function fresh(deadline: Deadline): Promise<Value> {
    const value = await read(deadline);
    kept = { value, until: now() + KEPT_FOR_MS };
    return inUse(value);
  }

  return {
    fresh,
    async current(deadline) {
      if (!kept) return fresh(deadline);
      if (now() >= kept.until) {
        try {
          return await fresh(new Deadline(deadline.left() / 4));
        } catch (error) {
          if (!(error instanceof Fault) || error.responsible !== "network") throw error;
          kept.until = now() + TRIED_AGAIN_AFTER_MS;
        }
      }
      return inUse(kept.value);
    },
  };
}

function inUse<Value>(value: Value | Fault): Value {
  if (value instanceof Fault) throw value;
  return value;
}
