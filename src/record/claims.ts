import { readAs } from "../runtime/tolerant.ts";
import { type Claim, type ConversationRecord, claimShape } from "./shape.ts";

/**
 * Claims keep one conversation in order on many instances: whoever takes a turn says so in the record before Clinc is
 * asked, and whoever finds an earlier turn under way waits for it.
 *
 * The service has no compare-and-set. But of two that write first, each a property of its own, and read when that is
 * confirmed, one finds the other at least. Where both do, the one that comes first by `at` waits until the other stands
 * back. `at` has to be the same for all that read it; whether the clocks are right does not matter.
 */

/** The pauses before each time that one who waits reads again, in milliseconds. */
export const REREAD_AFTER_MS: readonly number[] = [200, 400, 800, 800, 800, 800, 800, 800];

/** What a claim is made of. */
type Claimant = {
  /** The instance, which has one turn of a conversation under way at a time; `""` for a turn that need not be in order. */
  by: string;
  /** The fingerprint of what tells a repeat. */
  key: string;
  dialog: string;
  /** The event's number; `undefined` for an event that has none. */
  sequence: number | undefined;
};

/**
 * The claim of a turn that begins, or `undefined` for one that has no place in the order, as an event without a number.
 *
 * @param now milliseconds since the epoch
 * @param forMs how long the turn may take at most, the wait for others included
 */
export function claimOf(claimant: Claimant, now: number, forMs: number): Claim | undefined {
  if (claimant.by === "" || claimant.sequence === undefined) return undefined;
  return readAs(claimShape, { ...claimant, at: now, forMs });
}

/**
 * The property that says so: while the turn is under way, and with `done` when it has been answered. One for no time, with
 * `forMs` 0, stands back: it leaves its event to another instance, and nobody waits for it.
 */
export function claimProperty(claim: Claim): Record<string, Claim> {
  return { [`claim${claim.by}`]: { ...claim } };
}

/** What is under way on another instance and has to end first; a rival has the same event and has to stand back for us. */
export type Blocker = "same event" | "rival" | "earlier event";

/**
 * What a turn has to wait for, or `undefined`: the same event, taken by another instance, before any earlier one. An event
 * that is past keeps nobody waiting: a repeat of it leaves its claim open.
 *
 * A claim from the future is one of a clock that is ahead; it counts from now.
 */
export function blockerOf(
  mine: Claim,
  { claims, bot }: ConversationRecord,
  now: number,
): Blocker | undefined {
  if (wasAnswered(mine.key, claims)) return undefined;
  const open = claims.filter(
    ({ by, dialog, done, at, forMs }) =>
      by !== mine.by && dialog === mine.dialog && !done && Math.min(at, now) + forMs > now,
  );
  const same = open.filter(({ key }) => key !== "" && key === mine.key);
  if (same.some(({ by }) => by < mine.by)) return "same event";
  if (same.length > 0) return "rival";
  const isPast = ({ sequence }: Claim) => bot.dialog === mine.dialog && sequence <= Number(bot.sequence);
  const isEarlier = open.some((other) => other.sequence < mine.sequence && !isPast(other));
  return isEarlier ? "earlier event" : undefined;
}

/** Whether an event has its answer already, or Clinc may have processed it. */
export function wasAnswered(event: string, claims: readonly Claim[]): boolean {
  return event !== "" && claims.some(({ key, done }) => done && key === event);
}
