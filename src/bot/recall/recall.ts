import type { ConsumerTurn } from "../../liveperson/consumer-turn.ts";
import type { Reply } from "../../liveperson/reply.ts";
import { secretsOf, turnsOf } from "../../record/properties.ts";
import type { ConversationRecord } from "../../record/shape.ts";
import type { Bot } from "../bot.ts";
import type { Conversation, Spoken } from "../conversations.ts";
import { type Memory, numberOf } from "../memory.ts";
import type { Trace } from "../report.ts";
import { type OpenRecord, openRecord } from "./open.ts";
import { type Deadlines, isGap, type Ordered, readInOrder, type WrittenClaim, wasAnswered } from "./order.ts";
import { memoryOf } from "./parts.ts";

/** What a turn knows of its conversation, from wherever it was answered before. */
export type Recalled = {
  memory: Memory;
  /** The memory is of the last turn; left to itself an instance cannot know. */
  isSure: boolean;
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
 * counts more, unless this instance has written since and was not heard. Nothing of it ever fails.
 */
export async function recall(
  turn: ConsumerTurn,
  conversation: Conversation,
  bot: Bot,
  deadlines: Deadlines,
  trace: Trace,
): Promise<Recalled> {
  const { memory: own } = conversation;
  const alone = { memory: own, isSure: false, isTaken: false };
  const record = await openRecord(turn, conversation, bot, trace);
  if (!record) return alone;
  const { isShared } = bot.records;
  if (!isShared && isNextHere(own, turn)) return { ...alone, isSure: true, record };
  const isOrdered = isShared && turn.said.kind === "words";
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
  const { claims } = reading.record;
  const read = await readMemory(reading.record, record, turn, own);
  const memory = own.rev > read.rev ? own : read;
  const known = read.replies.find(({ key }) => key !== "" && key === record.event);
  return {
    memory,
    isSure: !isGap(memory.seen, turn.sequence, claims),
    isTaken: blockedBy === "same event" || wasAnswered(record.event, claims),
    ...(known && { repeat: { reply: known.reply as Reply, written: JSON.stringify(known.reply) } }),
    record,
    ...(claim && { claim }),
  };
}

/** The consumer answers our last reply: nobody can have answered elsewhere. */
function isNextHere({ isRecorded, seen }: Memory, { dialog, sequence }: ConsumerTurn): boolean {
  const next = (seen.sequence ?? Number.NaN) + seen.messages + 1;
  return isRecorded && dialog === seen.dialog && numberOf(sequence) === next;
}

async function readMemory(
  record: ConversationRecord,
  { sealing }: OpenRecord,
  { said }: ConsumerTurn,
  own: Memory,
): Promise<Memory> {
  const lastMessage = said.kind === "welcome" ? said.lastMessage : "";
  const [secrets, turns, last] = await Promise.all([
    secretsOf(record, sealing),
    turnsOf(record, sealing),
    lastMessage && sealing.fingerprint(lastMessage),
  ]);
  const isLast = last !== "" && last === record.bot.lastWords;
  return {
    ...memoryOf(record, secrets, turns),
    lastWords: isLast ? lastMessage : "",
    invitedAt: own.invitedAt,
  };
}
