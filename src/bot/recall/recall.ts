import type { ConsumerTurn } from "../../liveperson/consumer-turn.ts";
import type { Reply } from "../../liveperson/reply.ts";
import { secretsOf, turnsOf } from "../../record/properties.ts";
import type { ConversationRecord } from "../../record/shape.ts";
import type { Bot } from "../bot.ts";
import type { Conversation, Spoken } from "../conversations.ts";
import type { Memory } from "../memory.ts";
import type { Trace } from "../report.ts";
import { type OpenRecord, openRecord } from "./open.ts";
import { type Deadlines, isGap, type Ordered, readInOrder, type WrittenClaim, wasAnswered } from "./order.ts";
import { memoryOf } from "./parts.ts";

/** What a turn knows of its conversation, from wherever it was answered before. */
export type Recalled = {
  memory: Memory;
  /** The memory is of the last turn; left to itself an instance cannot know. */
  isSure: boolean;
  /** Why the secrets could not be had, without which Clinc cannot be asked either. */
  failure?: unknown;
  /** What another instance has answered to the same event. */
  repeat?: Spoken;
  /** The event may have an answer already, or has to wait longer than it can: Clinc is not asked. */
  isTaken: boolean;
  /** Where the turn may write; left out where it would put something old over something new. */
  record?: OpenRecord;
  claim?: WrittenClaim;
};

/**
 * Recalls a conversation: from its record where the bank has one, else from what this instance remembers. What is read
 * counts more, unless this instance has written last. Nothing of it ever fails.
 */
export async function recall(
  turn: ConsumerTurn,
  conversation: Conversation,
  bot: Bot,
  deadlines: Deadlines,
  trace: Trace,
): Promise<Recalled> {
  const { memory: own } = conversation;
  const alone = unrecalled(own);
  let record: OpenRecord | undefined;
  try {
    record = await openRecord(turn, conversation, bot, trace);
  } catch (failure) {
    return { ...alone, failure };
  }
  if (!record) return alone;
  const isOrdered = bot.records.isShared && turn.said.kind !== "welcome";
  const ordered: Ordered = isOrdered
    ? await readInOrder(turn, record, deadlines, trace)
    : { reading: await record.read() };
  const { reading, blockedBy, claim } = ordered;
  if (!reading.record) {
    trace.record = reading.status;
    if (reading.fault) trace.remarks.push(reading.fault.message);
    return alone;
  }
  if (blockedBy === "earlier event")
    trace.remarks.push("earlier_turn_unknown: an earlier turn on another instance has not ended");
  const { bot: last, claims } = reading.record;
  const memory = await readMemory(reading.record, record, turn, own);
  const known = memory.replies.find(({ key }) => key !== "" && key === record.event);
  return {
    memory,
    isSure: last.rev > 0 && !isGap(memory.seen, turn.sequence, claims),
    isTaken: blockedBy === "same event" || wasAnswered(record.event, claims),
    ...(known && { repeat: { reply: known.reply as Reply, written: JSON.stringify(known.reply) } }),
    record,
    ...(claim && { claim }),
  };
}

/** What an instance knows by itself. */
export function unrecalled(memory: Memory, isTaken = false): Recalled {
  return { memory, isSure: false, isTaken };
}

async function readMemory(
  record: ConversationRecord,
  { sealing }: OpenRecord,
  { said }: ConsumerTurn,
  own: Memory,
): Promise<Memory> {
  const memory = isNewest(own, record)
    ? own
    : {
        ...memoryOf(record, await secretsOf(record, sealing), await turnsOf(record, sealing)),
        invitedAt: own.invitedAt,
      };
  const { lastWords, lastMark } = memory;
  if (said.kind !== "welcome" || lastWords !== "" || lastMark === "") return memory;
  const isLast = (await sealing.fingerprint(said.lastMessage)) === lastMark;
  return isLast ? { ...memory, lastWords: said.lastMessage } : memory;
}

/** Where this instance has written last, heard or not, nobody knows more; not even without WebCrypto, when nothing is sealed. */
function isNewest({ rev, seen }: Memory, { bot }: ConversationRecord): boolean {
  return bot.rev === 0 || rev > bot.rev || (rev === bot.rev && seen.sequence === bot.sequence);
}
