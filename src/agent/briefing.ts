import { isRecordable, type Place } from "../record/place.ts";
import { type RecordedTurn, turnsOf } from "../record/properties.ts";
import { sealingOf } from "../record/sealing.ts";
import type { ConversationRecord } from "../record/shape.ts";
import type { Reading, RecordStore } from "../record/store.ts";
import { Deadline } from "../runtime/deadline.ts";
import { Fault, faultOf } from "../runtime/fault.ts";
import type { Kept } from "../runtime/kept.ts";
import type { AgentSecrets } from "./secrets.ts";

/** A turn of the bot, as far as the transcript does not show it. */
export type BriefedTurn = {
  /** Milliseconds since the epoch. */
  at: number;
  /** What the consumer did: `words` or `welcome`. */
  said: string;
  /** Clinc's intent, and the same to read. */
  intent: string;
  name: string;
  /** 0 to 1. */
  score: number;
  /** `continue`, `transfer`, `close` or `native`. */
  outcome: string;
  /** The state in which Clinc was left. */
  state?: string;
  /** By their labels, masked; absent where there are none, or where they cannot be unsealed. */
  details?: Record<string, string>;
};

/**
 * What an agent should know of a conversation: `none` where the bot has kept nothing of it, or not for so long;
 * `unavailable` where that cannot be told, and the fault says what to do.
 */
export type Briefing =
  | {
      status: "ok";
      /** Why it was handed over; absent where it was not. */
      why?: string;
      /** As they are stored, the newest last. */
      turns: BriefedTurn[];
      /** When the record was last written; milliseconds since the epoch. */
      at: number;
    }
  | { status: "none" }
  | { status: "unavailable"; fault: Fault };

/** Reads what an agent should know of a conversation. It never fails. */
export type ReadBriefing = (conversationId: string) => Promise<Briefing>;

/** The records of one bot. */
export type BotRecords = {
  /** None where the account is not known. */
  place: Place | undefined;
  store: RecordStore;
};

/** What a briefing is read from. */
export type BriefingSources = {
  secrets: Kept<AgentSecrets>;
  /** Of each bot that may have served the conversation; the newest record counts. */
  records: readonly BotRecords[];
};

/** Milliseconds for the secrets, before the store takes its own time; see `record/store.ts`. */
const SECRETS_MS = 3_000;

/** Makes the reader of briefings; to be made once per instance. */
export function briefingReader({ secrets, records }: BriefingSources): ReadBriefing {
  return async (conversationId) => {
    try {
      const { appKey, contextKey } = await secrets.current(new Deadline(SECRETS_MS));
      if (contextKey === "") throw recordOff();
      if (!records.some(({ place }) => place)) throw accountUnknown();
      if (!isRecordable(conversationId)) return { status: "none" };
      const newest = await readNewest(records, conversationId, contextKey);
      if (!newest) return { status: "none" };
      return await briefingOf(newest.record, appKey, conversationId, newest.place);
    } catch (error) {
      return { status: "unavailable", fault: faultOf(error) };
    }
  };
}

type Found = { place: Place; record: ConversationRecord };

/** @throws {Fault} when nothing was found where something may be */
async function readNewest(
  records: readonly BotRecords[],
  conversationId: string,
  contextKey: string,
): Promise<Found | undefined> {
  const read = async ({ place, store }: BotRecords) => ({
    place,
    reading: await store.read(conversationId, contextKey),
  });
  const all = await Promise.all(records.map(read));
  const found = all.flatMap(({ place, reading }) =>
    place && reading.record && reading.record.agent.at > 0 ? [{ place, record: reading.record }] : [],
  );
  const [newest] = found.sort((one, other) => other.record.agent.at - one.record.agent.at);
  if (newest) return newest;
  const failure = all.map(({ reading }) => failureOf(reading)).find(Boolean);
  if (failure) throw failure;
  return undefined;
}

function failureOf({ status, fault }: Reading): Fault | undefined {
  return status === "failed" || status === "resting" ? (fault ?? resting()) : undefined;
}

async function briefingOf(
  record: ConversationRecord,
  appKey: string,
  conversationId: string,
  place: Place,
): Promise<Briefing> {
  const { why, at } = record.agent;
  const turns = await turnsOf(record, sealingOf(appKey, conversationId, place));
  return { status: "ok", ...(why && { why }), turns: turns.map(briefedTurn), at };
}

function briefedTurn({ at, said, intent, name, score, outcome, state, details }: RecordedTurn): BriefedTurn {
  return {
    ...{ at, said, intent, name, score, outcome },
    ...(state && { state }),
    ...(Object.keys(details).length > 0 && { details }),
  };
}

function recordOff(): Fault {
  const remedy =
    "the bot keeps no record of conversations; give it the key of LivePerson's Conversation Context Service, the secret that ends in _context_key";
  return new Fault("settings", "record_off", remedy);
}

function accountUnknown(): Fault {
  return new Fault("settings", "context_account_unknown", "set CONTEXT_ACCOUNT, or there are no records");
}

function resting(): Fault {
  const remedy =
    "LivePerson's Conversation Context Service has failed several times and is left alone for half a minute; try again then";
  return new Fault("network", "context_resting", remedy);
}
