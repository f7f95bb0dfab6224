import type { ConsumerTurn } from "../../liveperson/consumer-turn.ts";
import type { Sealing } from "../../record/sealing.ts";
import type { Reading, Writing } from "../../record/store.ts";
import { timed } from "../../runtime/clock.ts";
import { Deadline } from "../../runtime/deadline.ts";
import type { JsonObject } from "../../runtime/tolerant.ts";
import type { Bot } from "../bot.ts";
import type { Conversation } from "../conversations.ts";
import { questionOf } from "../decide/words.ts";
import { inLanguage } from "../memory.ts";
import type { Trace } from "../report.ts";

/** One conversation's record, to read and to write. */
export type OpenRecord = {
  sealing: Sealing;
  /** The fingerprint of this turn's event; `""` for one that is never a repeat. */
  event: string;
  read: () => Promise<Reading>;
  write: (properties: JsonObject) => Promise<Writing>;
};

/**
 * Opens a conversation's record; `undefined` where the bank keeps none, and for a turn that needs none: own words need
 * nothing of it, and what is said in public stands in none.
 *
 * @throws {Fault} where the secrets cannot be had. A welcome that the bank says itself does not wait long for them
 */
export async function openRecord(
  turn: ConsumerTurn,
  conversation: Conversation,
  { settingsIn, access, records }: Bot,
  trace: Trace,
): Promise<OpenRecord | undefined> {
  const { said, conversationId: id, repeatKey } = turn;
  const memory = inLanguage(conversation.memory, turn.language);
  const settings = settingsIn(memory.language);
  const isAsking = said.kind === "words" || questionOf(turn, memory, settings);
  if (!isAsking && said.kind !== "welcome") return undefined;
  const deadline = new Deadline(settings.CLINC_TIMEOUT_MS / (isAsking ? 1 : 4));
  const { appKey, contextKey } = await timed(trace, "secretsMs", access(deadline));
  if (contextKey === "") return undefined;
  const { place, store, complaints } = records;
  if (!place) {
    trace.remarks.push(...complaints.splice(0));
    return undefined;
  }
  trace.record = "on";
  const sealing = conversation.sealingWith(appKey, place, id);
  return {
    sealing,
    event: repeatKey && (await sealing.fingerprint(repeatKey)),
    read: () => timed(trace, "contextMs", store.read(id, contextKey)),
    write: (properties) => store.write(id, contextKey, properties),
  };
}
