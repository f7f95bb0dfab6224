import { VARIABLES, type VariableName } from "./variables.ts";

/**
 * What each secret and each variable is for, for the documentation. Nothing in the function refers to this file, so it
 * is not deployed twice.
 */

/** The secrets, without their prefix. */
export const SECRET_MEANINGS = {
  host: "host of the Clinc instance, with or without https://, optional port and path",
  app_key: "the App-Key, a word of its own without the scheme",
  ai_version: "UUID of the AI version; leave it out for Clinc's default",
  context_key: "key of LivePerson's Conversation Context Service; instances then share what they remember",
  off: "leave it out; transfer or apology switches the bot off within five minutes",
} as const;

/** The defaults of the environment variables. */
export const DEFAULTS = Object.fromEntries(
  Object.entries(VARIABLES).map(([name, { standard }]) => [name, standard]),
) as Record<VariableName, string>;

/** The environment variables. */
export const VARIABLE_MEANINGS: Record<VariableName, string> = {
  CLINC_SECRET_PREFIX: "first part of the secrets' names, so that one account can hold several bots",
  CLINC_DEVICE: "keyword that selects Clinc's personality, the set of texts",
  CLINC_LANGUAGE:
    "ISO 639-1 code, or a list: the consumer's if it is listed, else the first; APOLOGY_MESSAGE_ES is for es alone",
  CLINC_TIMEOUT_MS: "1000 to 11000, milliseconds for Clinc in one turn, a repeated query included",
  CLINC_EXTERNAL_USER:
    "who Clinc is told is asking; visitor is LivePerson's id, customer the id of an authenticated consumer",
  CLINC_CONTEXT:
    "what else business logic is told: channel, surface, skill, language, authenticated, campaign, auth.…, unauth.…",
  TRANSFER_SKILL: "name of the skill that takes over; without it the bot's own escalation does",
  TRANSFER_SKILLS: "another skill by competency or intent: card_lost=human-fraud, mortgage=human-mortgage",
  TRANSFER_COMPETENCIES: "names that mean give me a human",
  CLOSE_COMPETENCIES: "names that end the conversation",
  OUT_OF_SCOPE_COMPETENCIES: "names that mean not understood",
  CLOSE_WITHOUT_SURVEY: "true skips the post-conversation survey",
  MISUNDERSTOOD_LIMIT: "so many misunderstandings in a row transfer; 0 is never",
  FAILURE_LIMIT: "so many failed turns in a row transfer; 0 is never",
  WELCOME_MESSAGE: "said when a conversation opens; without it Clinc is asked WELCOME_QUERY",
  WELCOME_QUERY: "what Clinc is asked when a conversation opens",
  LOCATION_QUERY: "what Clinc is asked, with lat and lon, when a location is shared; without it none is read",
  APOLOGY_MESSAGE: "said when Clinc cannot answer",
  TRANSFER_MESSAGE: "said on a transfer when Clinc said nothing itself",
  UNSUPPORTED_MESSAGE: "said to a file, a location or anything else that Clinc cannot read",
  PUBLIC_MESSAGE: "the only thing ever said to a public post on a social network",
  CHOOSE_MESSAGE: "said before choices that have no text",
  LIST_MESSAGE: "said before a numbered list",
  AGENT_SUMMARY: "private summary for the agent on a transfer; needs the account's Private Message feature",
  AGENT_DETAILS: "what the agent may see, masked: slots, or paths such as visuals.case_id",
  CONTEXT_HOST: "zone of the account's Conversation Context Service (z1, z2, z3), or its host",
  CONTEXT_ACCOUNT: "number of the LivePerson account; without it the platform's own",
  CONTEXT_TTL_HOURS: "1 to 168, hours for which a conversation's record is kept",
  CHANNEL: "auto, one channel, or value=channel pairs matched with integration, appId or skillId",
  ALLOW_HTML: "true leaves markup in cards alone",
};
