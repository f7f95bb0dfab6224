import { type BotRecords, newestRecord } from "./records.ts";

/** Tells in which language a conversation goes on. It never fails. */
type LanguageOf = (conversationId: string, contextKey: string) => Promise<string>;

/**
 * The language in which the bot has last spoken with the consumer, where the bank lists it; else, and where there is no
 * record to tell, the first one of the list. A list of one is not worth a call.
 */
export function languageReader(records: readonly BotRecords[], languages: readonly string[]): LanguageOf {
  const [first = ""] = languages;
  return async (conversationId, contextKey) => {
    if (languages.length < 2) return first;
    const found = await newestRecord(records, conversationId, contextKey).catch(() => undefined);
    return languages.find((language) => language === found?.record.bot.language) ?? first;
  };
}
