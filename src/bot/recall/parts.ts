import type { BotSecrets, RecordedTurn, RecordParts } from "../../record/properties.ts";
import type { ConversationRecord } from "../../record/shape.ts";
import { type Memory, NOTHING_YET } from "../memory.ts";

/**
 * What of a memory goes into the record, field by field: what is not named here stays on the instance.
 *
 * @param lastWords fingerprint of the consumer's last words
 */
export function partsOf(memory: Memory, lastWords: string): RecordParts {
  const { rev, why, turns, seen, misunderstood, failed, transferredAt } = memory;
  const { isPublic, language, session, isRestarted, open, replies } = memory;
  return {
    rev,
    at: Date.now(),
    agent: { why, turns },
    bot: {
      ...{ dialog: seen.dialog, sequence: seen.sequence, messages: seen.messages },
      ...{ misunderstood, failed, transferredAt, isPublic, language, session, isRestarted, lastWords },
      open: { at: open.at, shown: [...open.shown], numbered: [...open.numbered] },
      replies: [...replies],
    },
  };
}

/** The memory of a conversation that its record holds. */
export function memoryOf(
  { agent, bot }: ConversationRecord,
  { open, replies }: BotSecrets,
  turns: readonly RecordedTurn[],
): Memory {
  const { rev, misunderstood, failed, transferredAt, isPublic, language, session, isRestarted } = bot;
  const { dialog, sequence, messages } = bot;
  return {
    ...NOTHING_YET,
    ...{ rev, misunderstood, failed, transferredAt, isPublic, language, session, isRestarted },
    ...{ why: agent.why, open, replies, turns, lastMark: bot.lastWords },
    seen: { dialog, sequence, messages },
  };
}
