import { isRecordable, type Place } from "../record/place.ts";
import type { ConversationRecord } from "../record/shape.ts";
import type { Reading, RecordStore } from "../record/store.ts";
import { Fault } from "../runtime/fault.ts";

/** The records of one bot. */
export type BotRecords = {
  /** None where the account is not known. */
  place: Place | undefined;
  store: RecordStore;
};

/** A record, and where it was found: what is sealed in it is sealed for there. */
export type FoundRecord = { place: Place; record: ConversationRecord };

/**
 * The record of a conversation, and of several bots that may have served it that of the last one; `undefined` where there
 * is none. What one place has counts, although another may be out of reach.
 *
 * @param contextKey key of LivePerson's Conversation Context Service
 * @throws {Fault} when nothing was found where something may be
 */
export async function newestRecord(
  records: readonly BotRecords[],
  conversationId: string,
  contextKey: string,
): Promise<FoundRecord | undefined> {
  if (contextKey === "") throw recordOff();
  if (!records.some(({ place }) => place)) throw accountUnknown();
  if (!isRecordable(conversationId)) return undefined;
  const readings = await Promise.all(records.map(({ store }) => store.read(conversationId, contextKey)));
  const found = readings.flatMap(({ record }, index) => {
    const place = records[index]?.place;
    return place && record && record.agent.at > 0 ? [{ place, record }] : [];
  });
  const [newest] = found.sort((one, other) => other.record.agent.at - one.record.agent.at);
  const failure = readings.map(failureOf).find(Boolean);
  if (!newest && failure) throw failure;
  return newest;
}

function failureOf({ status, fault }: Reading): Fault | undefined {
  return status === "failed" || status === "resting" ? (fault ?? resting()) : undefined;
}

function recordOff(): Fault {
  const remedy =
    "the bot keeps no record of conversations; store the key of LivePerson's Conversation Context Service in the secret that ends in _context_key, for the bot as well";
  return new Fault("settings", "record_off", remedy);
}

function accountUnknown(): Fault {
  return new Fault("settings", "context_account_unknown", "set CONTEXT_ACCOUNT, or no record can be found");
}

function resting(): Fault {
  const remedy = "LivePerson's Conversation Context Service has failed and is left alone for half a minute";
  return new Fault("network", "context_resting", remedy);
}
