import { readAs } from "../runtime/tolerant.ts";
import { type Claim, claimShape } from "./shape.ts";

/**
 * Claims keep one conversation in order on many instances: whoever takes a turn says so in the record while Clinc is
 * asked, and whoever finds an earlier turn under way waits for it. The service has no compare-and-set, so two that come
 * within about two round trips of each other slip through.
 */

/** Different properties do not lose each other's writes; more turns than this are not under way at a time. */
const PLACES = 8;

/** The pauses before each time that one who waits reads again, in milliseconds. */
export const REREAD_AFTER_MS: readonly number[] = [200, 400, 800, 800, 800, 800, 800, 800];

/** What a claim is made of. */
type Claimant = {
  /** The fingerprint of what tells a repeat. */
  key: string;
  dialog: string;
  /** The event's number; `undefined` for an event that has none. */
  sequence: number | undefined;
};

/**
 * The claim of a turn that begins, or `undefined` for an event without a number: it has no place in the order.
 *
 * @param now milliseconds since the epoch
 * @param forMs how long the turn may take at most, the wait for others included
 */
export function claimOf(claimant: Claimant, now: number, forMs: number): Claim | undefined {
  if (claimant.sequence === undefined) return undefined;
  return readAs(claimShape, { ...claimant, at: now, forMs });
}

/** The property that says so: while the turn is under way, and with `done` when it has ended. */
export function claimProperty(claim: Claim, done = false): Record<string, Claim> {
  return { [`claim${claim.sequence % PLACES}`]: { ...claim, done } };
}

/** Who must end first, and until when to wait for it: milliseconds since the epoch by our own clock. */
type Blocker = { isSameEvent: boolean; until: number };

/**
 * What a turn has to wait for, or `undefined`: the same event, taken by another instance, before any earlier one.
 *
 * One that waits for an earlier event writes its own claim before it waits, for those behind it; read again, it is known
 * by its time and no obstacle. One that waits for the same event must not write: what stands there serves both, and to
 * open it again after it was done would stop all that follow.
 *
 * A claim from the future is one of a clock that is ahead; it counts from now.
 */
export function blockerOf(mine: Claim, claims: readonly Claim[], now: number): Blocker | undefined {
  const open = claims.filter((other) => other.dialog === mine.dialog && !other.done && end(other, now) > now);
  const same = open.filter(({ key, at }) => key !== "" && key === mine.key && at !== mine.at);
  const others = same.length > 0 ? same : open.filter(({ sequence }) => sequence < mine.sequence);
  if (others.length === 0) return undefined;
  return { isSameEvent: same.length > 0, until: Math.max(...others.map((other) => end(other, now))) };
}

function end({ at, forMs }: Claim, now: number): number {
  return Math.min(at, now) + forMs;
}
