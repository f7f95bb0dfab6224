import { AGENT_VARIABLE_MEANINGS } from "../meanings.ts";
import { VARIABLES } from "./variables.ts";

/**
 * What each environment variable of the desk is for, for the documentation. Nothing in the desk refers to this file, so it
 * is not deployed.
 */

/** The name of an environment variable of the desk. */
export type DeskVariableName = keyof typeof VARIABLES;

/** The defaults. */
export const DESK_DEFAULTS = Object.fromEntries(
  Object.entries(VARIABLES).map(([name, { standard }]) => [name, standard]),
) as Record<DeskVariableName, string>;

/** In the order in which they are shown. A new variable does not compile before it has its meaning. */
export const DESK_VARIABLE_MEANINGS: Record<DeskVariableName, string> = {
  DESK_PUBLIC_URL:
    "required: the address at which agents' browsers reach the desk, https:// and a host alone",
  DESK_SESSION_KEY:
    "required: 32 random bytes in Base64, the same for all desks of the bank; it seals tokens and codes",
  DESK_SIGN_IN: "required: liveperson, oidc for a provider of the bank's, or none on one's own machine",
  DESK_CLIENT_ID: "the desk as it is registered at the provider",
  DESK_CLIENT_SECRET: "its secret there",
  LIVEPERSON_ACCOUNT: "number of the LivePerson account; required with liveperson",
  DESK_ISSUER: "with oidc: the provider, as its discovery names it",
  DESK_ALLOWED:
    "required with oidc: who may use the desk, claim=value, …; a claim named twice has one of the values, all others all; * for everybody whom the provider signs in",
  DESK_SCOPES:
    "with oidc: what is asked of the provider; some give a refresh token only for offline_access beside them",
  DESK_ASSIGNMENT_CHECK:
    "required with a sign-in: conversation asks LivePerson with the agent's token whether they may see the conversation (with liveperson alone); off lets every agent who is signed in ask about any conversation whose id they have",
  DESK_FRAME_ANCESTORS: "origins whose pages may frame the widget",
  DESK_SUGGEST: "manual: when the agent asks; auto: for each new line of the consumer; off: never",
  DESK_TRUSTED_PROXIES:
    "addresses and networks of reverse proxies whose X-Forwarded-For is believed, such as 10.0.0.0/8",
  HOST: "the address of this machine at which the desk listens",
  PORT: "the port there; 0 for any free one",
  CLINC_HOST: "required: host of the Clinc instance, as for the bot",
  CLINC_APP_KEY: "required: the App-Key, as for the bot; it also unseals the details of a briefing",
  CLINC_AI_VERSION: "UUID of the bot's AI version; it never suggests",
  CLINC_ASSIST_AI_VERSION:
    "UUID of an AI version without side effects, which suggests replies; without it nothing is suggested",
  CLINC_CONTEXT_KEY:
    "key of LivePerson's Conversation Context Service, as for the bot; without it there is no briefing",
  CLINC_SECRET_PREFIX:
    "first part of the bot's secrets' names; a list where several bots serve one workspace: the newest record counts",
  CLINC_DEVICE: AGENT_VARIABLE_MEANINGS.CLINC_DEVICE,
  CLINC_LANGUAGE: AGENT_VARIABLE_MEANINGS.CLINC_LANGUAGE,
  CLINC_TIMEOUT_MS: AGENT_VARIABLE_MEANINGS.CLINC_TIMEOUT_MS,
  CONTEXT_HOST: AGENT_VARIABLE_MEANINGS.CONTEXT_HOST,
  CONTEXT_ACCOUNT: "number of the account that keeps the records; without it LIVEPERSON_ACCOUNT",
  CONTEXT_TTL_HOURS: AGENT_VARIABLE_MEANINGS.CONTEXT_TTL_HOURS,
  ASSIST_MIN_SCORE: AGENT_VARIABLE_MEANINGS.ASSIST_MIN_SCORE,
  ASSIST_MIN_WORDS: AGENT_VARIABLE_MEANINGS.ASSIST_MIN_WORDS,
  ASSIST_REFUSED_COMPETENCIES: AGENT_VARIABLE_MEANINGS.ASSIST_REFUSED_COMPETENCIES,
  OUT_OF_SCOPE_COMPETENCIES: AGENT_VARIABLE_MEANINGS.OUT_OF_SCOPE_COMPETENCIES,
  LIVEPERSON_DOMAIN_API: "LivePerson's domain API, or a stand-in on this machine",
  LIVEPERSON_SDK: "LivePerson's SDK of the agent workspace, or a stand-in on this machine",
};
