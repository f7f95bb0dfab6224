import type { BotSecrets, RecordedTurn, RecordParts } from "../../record/properties.ts";
import type { ConversationRecord } from "../../record/shape.ts";
import { type Memory, NOTHING_YET } from "../memory.ts";

/** What memory and record have in common, under the same names. */
const COMMON = [
  "rev",
  "misunderstood",
  "failed",
  "transferredAt",
  "isPublic",
  "language",
  "session",
  "isRestarted",
] as const;

const SEEN = ["dialog", "sequence", "messages"] as const;

/**
 * What of a memory goes into the record, field by field: what is not named here stays on the instance.
 *
 * @param lastWords fingerprint of the consumer's last words
 */
export function partsOf(memory: Memory, lastWords: string): RecordParts {
  const { why, turns, seen, open, replies } = memory;
  const { rev, ...common } = only(memory, COMMON);
  return {
    rev,
    at: Date.now(),
    agent: { why, turns },
    bot: { ...common, ...only(seen, SEEN), lastWords, open: open as BotSecrets["open"], replies },
  };
}

/** The memory of a conversation that its record holds. */
export function memoryOf(
  { agent, bot }: ConversationRecord,
  { open, replies }: BotSecrets,
  turns: readonly RecordedTurn[],
): Memory {
  const known = { why: agent.why, open, replies, turns, lastMark: bot.lastWords };
  return { ...NOTHING_YET, ...only(bot, COMMON), ...known, seen: only(bot, SEEN) };
}

/** A part of an object, the named fields alone. */
function only<Whole, Name extends keyof Whole>(whole: Whole, names: readonly Name[]): Pick<Whole, Name> {
  return Object.fromEntries(names.map((name) => [name, whole[name]])) as Pick<Whole, Name>;
}
