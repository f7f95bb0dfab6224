import type { ConsumerTurn } from "../../liveperson/consumer-turn.ts";
import type { Reply } from "../../liveperson/reply.ts";
import { isRecordable } from "../../record/place.ts";
import { secretsOf, turnsOf } from "../../record/properties.ts";
import type { Sealing } from "../../record/sealing.ts";
import type { ConversationRecord } from "../../record/shape.ts";
import { now } from "../../runtime/clock.ts";
import type { Deadline } from "../../runtime/deadline.ts";
import type { Bot } from "../bot.ts";
import type { Conversation, Spoken } from "../conversations.ts";
import { type Memory, numberOf } from "../memory.ts";
import type { Trace } from "../report.ts";
import { type Ordered, type RecordAccess, readInOrder, wasAnswered } from "./order.ts";
import { memoryOf } from "./parts.ts";

/** What a turn knows of its conversation, from wherever it was answered before. */
export type Recalled = {
  memory: Memory;
  /** The memory was read just now, or nobody can have answered elsewhere since. */
  isSure: boolean;
  /** What another instance has answered to the same event. */
  repeat?: Spoken;
  /** The event may have an answer already, or has to wait longer than it can: Clinc is not asked. */
  isTaken: boolean;
  /** Where the turn may write; left out where it would put something old over something new. */
  record?: OpenRecord;
};

/** A record that the turn has read and may write. */
export type OpenRecord = RecordAccess & {
  sealing: Sealing;
  /** The event's fingerprint; `""` for one that is never a repeat. */
  event: string;
  claim?: Ordered["claim"];
};

/**
 * Recalls a conversation: from its record where the bank has one, else from what this instance remembers. What is read
 * counts more, unless this instance has written since and was not heard. Nothing of it ever fails.
 *
 * @param isMyTurn false while an earlier turn is under way on this instance: then there is nothing to wait for any more
 * @param waiting for earlier turns, on this instance and elsewhere
 */
export async function recall(
  turn: ConsumerTurn,
  isMyTurn: boolean,
  conversation: Conversation,
  bot: Bot,
  waiting: Deadline,
  whole: Deadline,
  trace: Trace,
): Promise<Recalled> {
  const own = { memory: conversation.memory, isSure: false, isTaken: !isMyTurn };
  const { place, store, isShared } = bot.records;
  if (!isMyTurn || !isConcerned(turn)) return own;
  const access = await bot.access(waiting, trace).catch(() => undefined);
  if (!place || !access?.contextKey) return own;
  const sealing = conversation.sealingWith(access.appKey, place, turn.conversationId);
  const event = turn.repeatKey && (await sealing.fingerprint(turn.repeatKey));
  const { conversationId: id } = turn;
  const record = {
    ...{ sealing, event },
    read: () => timed(trace, store.read(id, access.contextKey)),
    write: (properties: Parameters<typeof store.write>[2]) => store.write(id, access.contextKey, properties),
  };
  trace.record = "on";
  if (!isShared && isNextHere(own.memory, turn)) return { ...own, isSure: true, record };

  const isOrdered = isShared && turn.said.kind === "words";
  const ordered: Ordered = isOrdered
    ? await readInOrder(turn, event, record, waiting, whole.left())
    : { reading: await record.read() };
  const { reading, blockedBy, claim } = ordered;
  if (!reading.record) {
    trace.record = reading.status;
    if (reading.fault) trace.remarks.push(reading.fault.message);
    return own;
  }
  if (blockedBy) trace.remarks.push("earlier_turn_unknown: another instance does not end an earlier turn");
  const read = await readMemory(reading.record, sealing, turn);
  const known = read.replies.find(({ key }) => key !== "" && key === event);
  return {
    memory: own.memory.rev > read.rev ? own.memory : read,
    isSure: true,
    isTaken: blockedBy === "same event" || wasAnswered(event, reading.record.claims),
    ...(known && { repeat: { reply: known.reply as Reply, written: JSON.stringify(known.reply) } }),
    record: { ...record, ...(claim && { claim }) },
  };
}

/** Own words need no record, and what is said in public stands in none. */
function isConcerned({ said, conversationId }: ConsumerTurn): boolean {
  return (said.kind === "words" || said.kind === "welcome") && isRecordable(conversationId);
}

/** The consumer answers our last reply: nobody can have answered elsewhere. */
function isNextHere({ rev, seen }: Memory, { dialog, sequence }: ConsumerTurn): boolean {
  const next = (seen.sequence ?? Number.NaN) + seen.messages + 1;
  return rev > 0 && dialog === seen.dialog && numberOf(sequence) === next;
}

async function readMemory(
  record: ConversationRecord,
  sealing: Sealing,
  { said }: ConsumerTurn,
): Promise<Memory> {
  const lastMessage = said.kind === "welcome" ? said.lastMessage : "";
  const [secrets, turns, last] = await Promise.all([
    secretsOf(record, sealing),
    turnsOf(record, sealing),
    lastMessage && sealing.fingerprint(lastMessage),
  ]);
  const isLast = last !== "" && last === record.bot.lastWords;
  return memoryOf(record, secrets, turns, isLast ? lastMessage : "");
}

/** Counts the time of the service for the operator. */
export async function timed<T>(trace: Trace, work: Promise<T>): Promise<T> {
  const start = now();
  const done = await work;
  trace.contextMs += now() - start;
  return done;
}
