import { AGENT_VARIABLES } from "./variables.ts";

/**
 * What each secret and each variable of the agent's side is for, for the documentation. Nothing in a function refers to
 * this file, so it is not deployed twice.
 */

/** The name of an environment variable of the agent's side. */
export type AgentVariableName = keyof typeof AGENT_VARIABLES;

/** The secrets, without their prefix. */
export const AGENT_SECRET_MEANINGS = {
  host: "host of the Clinc instance, as for the bot",
  app_key: "the App-Key, as for the bot; it also unseals the details of a briefing",
  context_key:
    "key of LivePerson's Conversation Context Service, as for the bot; without it there is no briefing",
  assist_ai_version:
    "UUID of an AI version without side effects, which suggests replies; without it nothing is suggested",
  ai_version: "UUID of the bot's AI version; it never suggests",
  off: "transfer or apology, as for the bot: nothing is suggested either",
} as const;

/** The defaults of the environment variables. */
export const AGENT_DEFAULTS = Object.fromEntries(
  Object.entries(AGENT_VARIABLES).map(([name, { standard }]) => [name, standard]),
) as Record<AgentVariableName, string>;

/** The environment variables. */
export const AGENT_VARIABLE_MEANINGS: Record<AgentVariableName, string> = {
  CLINC_SECRET_PREFIX: "first part of the secrets' names, as for the bot",
  CLINC_DEVICE: "keyword that selects Clinc's personality, the set of texts",
  CLINC_LANGUAGE:
    "ISO 639-1 code, or a list as for the bot: the conversation's by its record, else the first",
  CLINC_TIMEOUT_MS: "1000 to 11000, milliseconds for Clinc in one suggestion, a repeated query included",
  CONTEXT_HOST: "zone of the account's Conversation Context Service (z1, z2, z3), or its host",
  CONTEXT_ACCOUNT: "number of the LivePerson account; without it the platform's own",
  CONTEXT_TTL_HOURS: "1 to 168, hours after which a conversation's record counts as gone, as for the bot",
  ASSIST_MIN_SCORE: "0 to 1, below it an answer of Clinc is not suggested",
  ASSIST_MIN_WORDS: "1 to 20, with fewer words Clinc is not asked",
  ASSIST_REFUSED_COMPETENCIES: "names of what is never suggested",
  OUT_OF_SCOPE_COMPETENCIES: "names that mean not understood",
};
