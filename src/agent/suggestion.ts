import { type AskTrace, clincAsker } from "../clinc/ask.ts";
import { clincClient } from "../clinc/client.ts";
import { isRecordable } from "../record/place.ts";
import { timed } from "../runtime/clock.ts";
import type { Deadline } from "../runtime/deadline.ts";
import { Fault, faultOf } from "../runtime/fault.ts";
import type { Kept } from "../runtime/kept.ts";
import type { Transport } from "../runtime/transport.ts";
import { AssistOff, assistAccess } from "./assist.ts";
import { type DraftSettings, draftOf } from "./draft.ts";
import { languageReader } from "./language.ts";
import type { BotRecords } from "./records.ts";
import type { AgentSecrets } from "./secrets.ts";
import { countWords } from "./words.ts";

/**
 * What Clinc would say, for an agent to use or to leave. Nothing is ever sent by itself.
 *
 * - `ok`: the text, its intent and score
 * - `low_score`, `out_of_scope`: Clinc is not sure enough, or did not understand
 * - `refused`: it understood something that is no answer for an agent to give, as a wish for a person
 * - `too_short`: so few words say too little, and Clinc was not asked
 * - `off`: the bank has not set it up so that anything may be suggested, Clinc was not asked, and the fault says why
 * - `unavailable`: Clinc could not be asked or has not answered, and the fault says what to do
 */
export type Suggestion = {
  /** Plain, messages parted by blank lines; with `ok` alone. */
  text?: string;
  /** Clinc's intent; absent where it was not asked or has not answered. */
  intent?: string;
  /** 0 to 1; beside the intent. */
  score?: number;
} & (
  | { status: "ok" | "low_score" | "out_of_scope" | "refused" | "too_short"; fault?: undefined }
  | { status: "off" | "unavailable"; fault: Fault }
);

/**
 * Asks Clinc what it would say to a consumer's words. It never fails.
 *
 * @param deadline for everything, a repeated query included
 * @param trace is filled with what asking took and met
 */
export type Suggest = (
  conversationId: string,
  words: string,
  deadline: Deadline,
  trace?: AskTrace,
) => Promise<Suggestion>;

/** What suggestions are made from. */
export type SuggestionSources = {
  secrets: Kept<AgentSecrets>;
  transport: Transport;
  settings: SuggestionSettings;
  /** Of each bot that may have served the conversation; where the bank lists languages, they tell the consumer's. */
  records?: readonly BotRecords[];
};

/** The settings that suggestions depend on. */
export type SuggestionSettings = DraftSettings & {
  CLINC_SECRET_PREFIX: string;
  CLINC_DEVICE: string;
  CLINC_LANGUAGE: readonly string[];
  ASSIST_MIN_WORDS: number;
};

/**
 * Makes suggestions; to be made once per instance. They have a dialog of their own for each conversation, which lasts as
 * long as the agent talks, so that a consumer's "and the other one?" is understood; the bot's dialog never moves.
 *
 * Clinc is told neither who asks nor where: no `external_user_id`.
 */
export function suggester({ secrets, transport, settings, records = [] }: SuggestionSources): Suggest {
  const access = assistAccess(secrets, settings.CLINC_SECRET_PREFIX);
  const ask = clincAsker(access, clincClient(transport));
  const languageOf = languageReader(records, settings.CLINC_LANGUAGE);
  return async (conversationId, words, deadline, trace = startAsking()) => {
    try {
      if (!isRecordable(conversationId)) throw conversationUnknown();
      const { contextKey } = await timed(trace, "secretsMs", access.current(deadline));
      if (countWords(words) < settings.ASSIST_MIN_WORDS) return { status: "too_short" };
      const question = {
        words,
        conversationId: `${conversationId}-assist`,
        externalUserId: "",
        device: settings.CLINC_DEVICE,
        language: await languageOf(conversationId, contextKey, deadline),
      };
      return draftOf(await ask(question, deadline, trace), settings);
    } catch (error) {
      const fault = faultOf(error);
      return { status: fault instanceof AssistOff ? "off" : "unavailable", fault };
    }
  };
}

/** The trace of a question that is to be asked. */
export function startAsking(): AskTrace {
  return { queries: 0, secretsMs: 0, clincMs: 0, qid: "", remarks: [] };
}

function conversationUnknown(): Fault {
  const remedy = "an id of letters, digits, _ and - has to tell which conversation it is about";
  return new Fault("contract", "conversation_unknown", remedy);
}
