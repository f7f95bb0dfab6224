import type * as z from "zod/mini";
import { readAs } from "../runtime/tolerant.ts";
import type { Sealing } from "./sealing.ts";
import {
  agentSecrets,
  agentShape,
  botSecrets,
  botShape,
  type ConversationRecord,
  type turnShape,
} from "./shape.ts";

/** A turn as the agent sees it; details are masked, and empty where there are none. */
export type RecordedTurn = z.infer<typeof turnShape> & { details: Record<string, string> };

/** What only the function sees of a conversation. */
export type BotSecrets = z.infer<typeof botSecrets>;

type Stamped = "v" | "rev" | "at" | "sealed";

/** All that is written of a conversation, the oldest turns and replies first. */
export type RecordParts = {
  /** One more than before. */
  rev: number;
  /** Milliseconds since the epoch. */
  at: number;
  agent: { why: string; turns: readonly RecordedTurn[] };
  bot: Omit<z.infer<typeof botShape>, Stamped> & BotSecrets;
};

const MOST_TURNS = 20;
const MOST_REPLIES = 5;

/** The service takes fifty times as much; what a turn waits for should be small. */
const MOST_BYTES = 16 * 1024;

/** Makes the two properties: what may be read, what is sealed, and together no more than is good. */
export async function recordProperties({ rev, at, agent, bot }: RecordParts, sealing: Sealing) {
  const stamp = { v: 1, rev, at };
  const turns = agent.turns.slice(-MOST_TURNS);
  const parts = {
    agent: readAs(agentShape, { ...stamp, why: agent.why, turns }),
    details: readAs(agentSecrets, turns.filter(hasDetails)),
    bot: readAs(botShape, { ...bot, ...stamp, sealed: "" }),
    secrets: readAs(botSecrets, { ...bot, replies: bot.replies.slice(-MOST_REPLIES) }),
  };
  shorten(parts);
  const [details, secrets] = await Promise.all([
    parts.details.length > 0 ? sealing.seal("agent", rev, parts.details) : "",
    sealing.seal("bot", rev, parts.secrets),
  ]);
  return { agent: { ...parts.agent, sealed: details }, bot: { ...parts.bot, sealed: secrets } };
}

/** The turns of a record, with the details of those that have any. */
export async function turnsOf({ agent }: ConversationRecord, sealing: Sealing): Promise<RecordedTurn[]> {
  const found = readAs(agentSecrets, await sealing.unseal("agent", agent.rev, agent.sealed));
  const detailsAt = (time: number) => found.find(({ at }) => at === time)?.details ?? {};
  return agent.turns.map((turn) => ({ ...turn, details: detailsAt(turn.at) }));
}

/** What the consumer may choose from, and the last replies; nothing where they cannot be unsealed. */
export async function secretsOf({ bot }: ConversationRecord, sealing: Sealing): Promise<BotSecrets> {
  return readAs(botSecrets, await sealing.unseal("bot", bot.rev, bot.sealed));
}

type Parts = {
  agent: z.infer<typeof agentShape>;
  details: z.infer<typeof agentSecrets>;
  bot: z.infer<typeof botShape>;
  secrets: BotSecrets;
};

/**
 * Drops the oldest turns and replies until the rest fits, always of those that take more room; in the end the open choices
 * as well. What is readable beside the turns always fits.
 */
function shorten(parts: Parts): void {
  const { turns } = parts.agent;
  while (weight(parts) > MOST_BYTES) {
    const { replies } = parts.secrets;
    const isRepliesTurn = bytes(replies) > bytes(turns) + bytes(parts.details);
    if (isRepliesTurn) replies.shift();
    else if (turns.length > 0) {
      const gone = turns.shift();
      parts.details = parts.details.filter(({ at }) => at !== gone?.at);
    } else {
      parts.secrets = readAs(botSecrets, undefined);
      return;
    }
  }
}

/** Bytes of both properties as they leave; Base64 makes four of three. */
function weight({ agent, bot, details, secrets }: Parts): number {
  const SEAL = 32;
  return bytes({ agent, bot }) + ((bytes(details) + bytes(secrets) + 2 * SEAL) * 4) / 3;
}

function bytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

function hasDetails({ details }: RecordedTurn): boolean {
  return Object.keys(details).length > 0;
}
