import type { ClincAccess } from "./access.ts";

/** What is asked, and in whose voice, in our terms. */
export type Question = {
  /** The consumer's words. */
  words: string;
  /** LivePerson's conversation id. */
  conversationId: string;
  /** For Clinc's analytics and the bank's business logic; `""` for none. */
  externalUserId: string;
  /** Selects the personality, that is the set of texts. */
  device: string;
  /** The consumer's; ISO 639-1, two letters. */
  language: string;
  /** Where the consumer is, in degrees. */
  location?: { lat: number; lon: number } | undefined;
  /** What else the bank's business logic may know; a hint for wording. */
  context?: Context | undefined;
};

/** By the names and paths of `CLINC_CONTEXT`. */
export type Context = Record<string, string | number | boolean>;

/**
 * The body of a query.
 *
 * @see https://api.clinc.com/platform/documentation/v2/platform_reference/query_endpoint.html
 * @example
 * { "query": "What is my balance?", "language": "en", "device": "liveperson",
 *   "dialog_seed": "7e1f2c64-91ab-4d02-8f5e-0a6f3d1c2b90", "ai_version": "00000000-0000-4000-8000-000000000101" }
 */
export type ClincQuery = {
  query: string;
  language: string;
  device: string;
  /** Static key of the dialog: Clinc keeps the pointer for 10 minutes after the last turn, so we keep no state. */
  dialog_seed: string;
  ai_version?: string;
  external_user_id?: string;
  lat?: number;
  lon?: number;
  /** Documented nowhere: extra keys were seen to reach business logic. */
  liveperson?: Context;
};

/** Clinc takes ASCII up to this length; a cut or cleaned id would name somebody else. */
const EXTERNAL_USER_ID = /^[\x20-\x7e]{1,64}$/;

/** What Clinc would not take of a question, and so is not told; a sentence for the operator. */
export function leftOut({ externalUserId }: Question): string[] {
  if (externalUserId === "" || EXTERNAL_USER_ID.test(externalUserId)) return [];
  return ["the id of CLINC_EXTERNAL_USER was left out: Clinc takes 1 to 64 ASCII characters"];
}

/** Puts a question into Clinc's terms. */
export function clincQuery(question: Question, access: ClincAccess): ClincQuery {
  return {
    query: question.words,
    language: question.language,
    device: question.device,
    dialog_seed: question.conversationId,
    ...(access.aiVersion && { ai_version: access.aiVersion }),
    ...(EXTERNAL_USER_ID.test(question.externalUserId) && { external_user_id: question.externalUserId }),
    ...question.location,
    ...(question.context && { liveperson: question.context }),
  };
}
