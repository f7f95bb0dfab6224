import { type RecordedTurn, turnsOf } from "../record/properties.ts";
import { sealingOf } from "../record/sealing.ts";
import { Deadline } from "../runtime/deadline.ts";
import { type Fault, faultOf } from "../runtime/fault.ts";
import type { Kept } from "../runtime/kept.ts";
import { type BotRecords, type FoundRecord, newestRecord } from "./records.ts";
import { type AgentSecrets, withSecrets } from "./secrets.ts";

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
  /** The state in which it left Clinc. */
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

/** What briefings are read from. */
export type BriefingSources = {
  secrets: Kept<AgentSecrets>;
  /** Of each bot that may have served the conversation. */
  records: readonly BotRecords[];
};

/** Milliseconds for the secrets; the store has its own limit, see `record/store.ts`. */
const SECRETS_MS = 3_000;

/** Makes the reader of briefings; to be made once per instance. It needs neither Clinc nor its host. */
export function briefingReader({ secrets, records }: BriefingSources): ReadBriefing {
  return async (conversationId) => {
    try {
      return await withSecrets(secrets, new Deadline(SECRETS_MS), async ({ appKey, contextKey }) => {
        const found = await newestRecord(records, conversationId, contextKey);
        return found ? briefingOf(found, appKey, conversationId) : ({ status: "none" } as const);
      });
    } catch (error) {
      return { status: "unavailable", fault: faultOf(error) };
    }
  };
}

async function briefingOf(
  { record, place }: FoundRecord,
  appKey: string,
  conversationId: string,
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
