import type { SECRET_MEANINGS } from "../../src/bot/meanings.ts";

/**
 * Where things are set. LivePerson documents the sections Secret Storage and Settings of LivePerson Functions; what is
 * not documented, and all of Clinc's own pages, is only described.
 *
 * @see https://developers.liveperson.com/liveperson-functions-developing-with-faas-whitelisting-domains.html
 */

/** Where a secret's value comes from, and where it is put; its name starts with the bot's prefix. */
export function whereToFixSecret(prefix: string, name: keyof typeof SECRET_MEANINGS): string {
  return `${SOURCES[name]} In LivePerson: Functions, Settings, Secret Storage, "${prefix}_${name}".`;
}

const SOURCES: Record<keyof typeof SECRET_MEANINGS, string> = {
  host: "From Clinc: the host of your instance.",
  app_key: 'From Clinc: an App-Key with the scope "query".',
  ai_version: "From Clinc: the UUID of a version of your AI that is deployed.",
  context_key: "From LivePerson: Conversation Orchestrator, API Authorization, the key for version 1.",
  off: "Yours: transfer or apology while the bot shall be out, and no such secret when it works.",
};

/** Where the function's environment variables are. */
export const WHERE_TO_FIX_VARIABLES =
  "In LivePerson: the function's environment variables; deploy it again afterwards.";

/** The zone and the account of the records. */
export const WHERE_TO_FIX_PLACE = `CONTEXT_HOST is z1 for the Americas, z2 for Europe, z3 for Asia and Pacific; CONTEXT_ACCOUNT is the number of the account. ${WHERE_TO_FIX_VARIABLES}`;

/** V1's list of allowed domains. */
export const WHERE_TO_ALLOW_DOMAINS = "V1 only, LivePerson Functions, Settings, allowed domains";

/** The code of a function. */
export const WHERE_TO_PASTE =
  "In LivePerson Functions: open the function, select all of the code in the editor, paste the whole of index.js from dist over it, save, and deploy.";

/** How a value gets into the shell in which the doctor runs; a key in a way that keeps it out of the history. */
export function inTheShell(variable: string, example = ""): string {
  return `In this shell: ${example ? `export ${variable}=${example}` : `read -rs ${variable} && export ${variable}`}`;
}
