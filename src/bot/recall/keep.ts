import type { ConsumerTurn } from "../../liveperson/consumer-turn.ts";
import { claimProperty } from "../../record/claims.ts";
import { recordProperties } from "../../record/properties.ts";
import type { Writing } from "../../record/store.ts";
import { timed } from "../../runtime/clock.ts";
import type { Deadline } from "../../runtime/deadline.ts";
import type { Spoken } from "../conversations.ts";
import type { Memory } from "../memory.ts";
import type { Said, Trace } from "../report.ts";
import type { OpenRecord } from "./open.ts";
import type { WrittenClaim } from "./order.ts";
import { partsOf } from "./parts.ts";
import type { Recalled } from "./recall.ts";

const REMEMBERED_REPLIES = 5;

/** Characters; a record has no room for a longer one. */
const LONGEST_REPLY = 16_000;

/**
 * Writes what is remembered of a turn into the record, and that the turn has ended. Nothing of it ever fails, and nobody
 * waits for it longer than the turn may take. Own words change nothing that another instance would have to know.
 *
 * @returns the memory as it was written, or as the turn has left it
 */
export async function keep(
  said: Said,
  turn: ConsumerTurn,
  { record, claim, isTaken }: Recalled,
  whole: Deadline,
  trace: Trace,
): Promise<Memory> {
  const { memory: after, failure } = said;
  const isConcerned = turn.said.kind === "words" || turn.said.kind === "location" || trace.queries > 0;
  if (!record || isTaken || !isConcerned) return after;
  // A turn that failed on purpose has no reply that could be repeated.
  const replies = failure ? after.replies : withReply(after.replies, record.event, said);
  const memory: Memory = { ...after, rev: after.rev + 1, replies };
  const writing = write(memory, record, claim);
  const isInTime = await timed(trace, "contextMs", whole.sees(writing));
  const { status, fault }: Writing = isInTime ? await writing : { status: "failed" };
  trace.record = status;
  if (status === "failed")
    trace.remarks.push(fault?.message ?? "context_unavailable: the turn had no time left for its record");
  return memory;
}

async function write(
  memory: Memory,
  { sealing, write }: OpenRecord,
  claim: WrittenClaim | undefined,
): Promise<Writing> {
  const { lastWords, lastMark } = memory;
  const mark = lastWords === "" ? lastMark : await sealing.fingerprint(lastWords);
  const properties = await recordProperties(partsOf(memory, mark), sealing);
  // Else the claim could come in last, and stay open.
  const claimed = await claim?.written;
  const kept = await write({ ...properties, ...(claim && claimProperty(claim.claim, true)) });
  return claimed?.fault ? claimed : kept;
}

function withReply(replies: Memory["replies"], key: string, { reply, written }: Spoken): Memory["replies"] {
  if (key === "" || written.length > LONGEST_REPLY) return replies;
  return [...replies, { key, reply }].slice(-REMEMBERED_REPLIES);
}
