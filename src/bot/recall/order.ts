import type { ConsumerTurn } from "../../liveperson/consumer-turn.ts";
import { type Blocker, blockerOf, claimOf, claimProperty, REREAD_AFTER_MS } from "../../record/claims.ts";
import type { Claim, ConversationRecord } from "../../record/shape.ts";
import type { Reading, Writing } from "../../record/store.ts";
import { timed } from "../../runtime/clock.ts";
import { type Deadline, pause } from "../../runtime/deadline.ts";
import { numberOf, type Seen } from "../memory.ts";
import type { Trace } from "../report.ts";
import type { OpenRecord } from "./open.ts";

/** How long a turn may wait for earlier ones, on this instance and elsewhere, and how long it may take as a whole. */
export type Deadlines = { waiting: Deadline; whole: Deadline };

/** Says that the turn is under way, until it has ended. */
export type WrittenClaim = { claim: Claim; written: Promise<Writing> };

/** What was read last, when it was this turn's turn or nobody could wait any longer. */
export type Ordered = {
  reading: Reading;
  /** What is under way on another instance all the same. */
  blockedBy?: Blocker;
  claim?: WrittenClaim;
};

/**
 * Reads the record, and again until no other instance is asking Clinc about an earlier event of the dialog, or about this
 * very one.
 */
export async function readInOrder(
  { dialog, sequence }: ConsumerTurn,
  { event, read, write }: OpenRecord,
  { waiting, whole }: Deadlines,
  trace: Trace,
): Promise<Ordered> {
  let reading = await read();
  const mine = claimOf({ key: event, dialog, sequence: numberOf(sequence) }, Date.now(), whole.left());
  if (!mine || !reading.record || wasAnswered(event, reading.record.claims)) return { reading };
  const blocker = (isWritten: boolean) =>
    blockerOf(mine, reading.record?.claims ?? [], Date.now(), isWritten);
  let found = blocker(false);
  const isClaimed = found !== "same event" && !isPast(mine, reading.record);
  const claim = isClaimed ? { claim: mine, written: write(claimProperty(mine)) } : undefined;
  for (const [times, milliseconds] of REREAD_AFTER_MS.entries()) {
    const isAwaited = found || (times < TIMES_FOR_SILENT && isInHaste(mine, reading.record));
    if (!isAwaited || waiting.left() === 0) break;
    await timed(trace, "waitedMs", pause(Math.min(milliseconds, waiting.left())));
    const again = await read();
    if (!again.record) break;
    reading = again;
    found = blocker(claim !== undefined);
  }
  return {
    reading,
    ...(found && { blockedBy: found }),
    ...(claim && { claim }),
  };
}

/** Until then a claim is read, however slow the service is. */
const TIMES_FOR_SILENT = 2;

/**
 * Whether the consumer has written more than once without waiting for an answer. Then the first message is under way on
 * another instance, also where its claim cannot be read yet: one to three messages stand between our last reply and this
 * one. A message takes one number, and one or two more where receipts count.
 */
function isInHaste({ dialog, sequence }: Claim, { bot }: ConversationRecord): boolean {
  const usual = bot.messages + 1;
  const distance = sequence - (bot.sequence ?? Number.NaN);
  const isUsual = [1, 2, 3].some((numbers) => distance === numbers * usual);
  const isBeyond = [1, 3].some((numbers) => [1, 2, 3].includes(distance / numbers - usual));
  return dialog === bot.dialog && !isUsual && isBeyond;
}

/** A turn that has ended is not claimed again, or those behind it would wait for nobody. */
export function wasAnswered(event: string, claims: readonly Claim[]): boolean {
  return event !== "" && claims.some(({ key, done }) => done && key === event);
}

/** A repeat may come when its claim has made room for a later one. */
function isPast({ dialog, sequence }: Claim, { bot }: ConversationRecord): boolean {
  return dialog === bot.dialog && sequence <= (bot.sequence ?? Number.NEGATIVE_INFINITY);
}

/** Whether a turn between the last one that was written down and this one has begun; what became of it nobody knows. */
export function isGap({ dialog, sequence }: Seen, before: string, claims: readonly Claim[]): boolean {
  return claims.some(
    (claim) =>
      claim.dialog === dialog &&
      claim.sequence > (sequence ?? Number.POSITIVE_INFINITY) &&
      claim.sequence < Number(before),
  );
}
