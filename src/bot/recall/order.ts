import type { ConsumerTurn } from "../../liveperson/consumer-turn.ts";
import { blockerOf, claimOf, claimProperty, REREAD_AFTER_MS } from "../../record/claims.ts";
import type { Claim } from "../../record/shape.ts";
import type { Reading, Writing } from "../../record/store.ts";
import { type Deadline, pause } from "../../runtime/deadline.ts";
import type { JsonObject } from "../../runtime/tolerant.ts";
import { numberOf } from "../memory.ts";

/** One conversation's record, to read and to write. */
export type RecordAccess = {
  read: () => Promise<Reading>;
  write: (properties: JsonObject) => Promise<Writing>;
};

/** What was read last, when it was this turn's turn or nobody could wait any longer. */
export type Ordered = {
  reading: Reading;
  /** What is under way on another instance all the same. */
  blockedBy?: "same event" | "earlier event";
  /** Tells other instances that the turn is under way, while it goes on. */
  claim?: { claim: Claim; written: Promise<unknown> };
};

/**
 * Reads the record, and again until no other instance is asking Clinc about an earlier event of the dialog, or about this
 * very one.
 *
 * @param event the event's fingerprint
 * @param forMs how long the turn may take at most
 */
export async function readInOrder(
  { dialog, sequence }: ConsumerTurn,
  event: string,
  { read, write }: RecordAccess,
  deadline: Deadline,
  forMs: number,
): Promise<Ordered> {
  let reading = await read();
  const mine = claimOf({ key: event, dialog, sequence: numberOf(sequence) }, Date.now(), forMs);
  if (!mine || !reading.record || wasAnswered(event, reading.record.claims)) return { reading };
  const blocker = () => blockerOf(mine, reading.record?.claims ?? [], Date.now());
  let found = blocker();
  const claim = found?.isSameEvent ? undefined : { claim: mine, written: write(claimProperty(mine)) };
  for (const milliseconds of REREAD_AFTER_MS) {
    if (!found || deadline.left() === 0) break;
    await pause(Math.min(milliseconds, deadline.left()));
    const again = await read();
    if (!again.record) break;
    reading = again;
    found = blocker();
  }
  return {
    reading,
    ...(found && { blockedBy: found.isSameEvent ? "same event" : "earlier event" }),
    ...(claim && { claim }),
  };
}

/** A turn that has ended is not claimed again, or those behind it would wait for nobody. */
export function wasAnswered(event: string, claims: readonly Claim[]): boolean {
  return event !== "" && claims.some(({ key, done }) => done && key === event);
}
