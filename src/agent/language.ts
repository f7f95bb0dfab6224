import { Deadline } from "../runtime/deadline.ts";
import { type BotRecords, newestRecord } from "./records.ts";

/** Tells in which language a conversation goes on. It never fails. */
type LanguageOf = (conversationId: string, contextKey: string, deadline: Deadline) => Promise<string>;

/**
 * The language in which the bot has last spoken with the consumer, where the bank lists it; else, and where there is no
 * record to tell, the first one of the list. A list of one is not worth a call. Most of the time is left for Clinc.
 */
export function languageReader(records: readonly BotRecords[], languages: readonly string[]): LanguageOf {
  const [first = ""] = languages;
  return async (conversationId, contextKey, deadline) => {
    if (languages.length < 2) return first;
    const finding = newestRecord(records, conversationId, contextKey).catch(() => undefined);
    const isInTime = await new Deadline(deadline.left() / 4).sees(finding);
    const found = isInTime ? await finding : undefined;
    return languages.find((language) => language === found?.record.bot.language) ?? first;
  };
}
