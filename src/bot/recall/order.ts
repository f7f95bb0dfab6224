import type { ConsumerTurn } from "../../liveperson/consumer-turn.ts";
import {
  type Blocker,
  blockerOf,
  claimOf,
  claimProperty,
  REREAD_AFTER_MS,
  wasAnswered,
} from "../../record/claims.ts";
import type { Claim, ConversationRecord } from "../../record/shape.ts";
import type { Reading } from "../../record/store.ts";
import { timed } from "../../runtime/clock.ts";
import { Deadline, pause } from "../../runtime/deadline.ts";
import { numberOf, type Seen } from "../memory.ts";
import type { Trace } from "../report.ts";
import type { OpenRecord } from "./open.ts";

/** How long a turn may wait for earlier ones, on this instance and elsewhere, and how long it may take as a whole. */
export type Deadlines = { waiting: Deadline; whole: Deadline };

/** What was read last, when it was this turn's turn or nobody could wait any longer. */
export type Ordered = {
  reading: Reading;
  /** What is under way on another instance all the same. */
  blockedBy?: Blocker | undefined;
  /** Says that the turn is under way, until it has ended. */
  claim?: Claim;
};

/**
 * Reads the record, and again until no other instance is asking Clinc about an earlier event of the dialog, or about this
 * very one.
 */
export async function readInOrder(
  { dialog, sequence }: ConsumerTurn,
  { by, event, isReady, read, write }: OpenRecord,
  { waiting, whole }: Deadlines,
  trace: Trace,
): Promise<Ordered> {
  const mine = claimOf({ by, key: event, dialog, sequence: numberOf(sequence) }, Date.now(), whole.left());
  if (!mine) return { reading: await read() };
  const soon = new Deadline(SOON_MS);
  const early = isReady && write(claimProperty(mine), true);
  let reading = await read();
  if (!reading.record) {
    // Whoever cannot read knows no order.
    mine.forMs = 0;
    if (early) void write(claimProperty(mine));
    return { reading };
  }
  if (wasAnswered(event, reading.record.claims)) return { reading };
  await timed(trace, "contextMs", early || write(claimProperty(mine)));
  if (early && reading.status === "none") void write(claimProperty(mine));
  let found = blockerOf(mine, reading.record, Date.now());
  for (const milliseconds of soon.left() > 0 ? REREAD_AFTER_MS : [0, ...REREAD_AFTER_MS]) {
    const isDoubtful =
      milliseconds === 0 || (milliseconds < SILENT_FOR_MS && isInHaste(mine, reading.record));
    if (!(found || isDoubtful) || waiting.left() === 0) break;
    if (found === "same event" && mine.forMs > 0) {
      mine.forMs = 0;
      void write(claimProperty(mine));
    }
    await timed(trace, "waitedMs", pause(Math.min(milliseconds, waiting.left())));
    const again = await read();
    if (!again.record) break;
    reading = again;
    found = blockerOf(mine, reading.record, Date.now());
  }
  return { reading, blockedBy: found, claim: mine };
}

/**
 * Milliseconds. What is claimed within them is found by whoever comes 100 ms later; what takes longer is not certain to be,
 * and its turn reads once more what was claimed meanwhile.
 */
const SOON_MS = 80;

/** Before a pause of so many milliseconds a claim has been read, however slow the service is. */
const SILENT_FOR_MS = 800;

/**
 * Whether the consumer has written more than once without waiting for an answer. Then the first message is under way on
 * another instance, also where its claim cannot be read yet: one to three messages stand between our last reply and this
 * one. A message takes one number, and one or two more where receipts count.
 */
function isInHaste({ dialog, sequence }: Claim, { bot }: ConversationRecord): boolean {
  const usual = bot.messages + 1;
  const distance = sequence - Number(bot.sequence);
  const isUsual = [1, 2, 3].includes(distance / usual);
  const isBeyond = [1, 3].some((numbers) => [1, 2, 3].includes(distance / numbers - usual));
  return dialog === bot.dialog && !isUsual && isBeyond;
}

/** Whether a turn between the last one that was written down and this one has begun; what became of it nobody knows. */
export function isGap({ dialog, sequence }: Seen, before: string, claims: readonly Claim[]): boolean {
  return claims.some(
    (claim) =>
      claim.dialog === dialog && claim.sequence > Number(sequence) && claim.sequence < Number(before),
  );
}
