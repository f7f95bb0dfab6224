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

/** What is under way on another instance and has to end first. */
export type Blocker = "same event" | "earlier event";

/**
 * What a turn has to wait for, or `undefined`: the same event, taken by another instance, before any earlier one.
 *
 * One that waits for an earlier event writes its own claim before it waits, for those behind it; once it is written, it is
 * known by its time and no obstacle. One that waits for the same event must not write: what stands there serves both, and
 * to open it again after it was done would stop all that follow.
 *
 * A claim from the future is one of a clock that is ahead; it counts from now.
 *
 * @param isWritten whether `mine` may be among the claims
 */
export function blockerOf(
  mine: Claim,
  claims: readonly Claim[],
  now: number,
  isWritten: boolean,
): Blocker | undefined {
  const open = claims.filter((other) => other.dialog === mine.dialog && isOpen(other, now));
  const isSame = ({ key, at }: Claim) => key !== "" && key === mine.key && !(isWritten && at === mine.at);
  if (open.some(isSame)) return "same event";
  return open.some(({ sequence }) => sequence < mine.sequence) ? "earlier event" : undefined;
}

function isOpen({ done, at, forMs }: Claim, now: number): boolean {
  return !done && Math.min(at, now) + forMs > now;
}
