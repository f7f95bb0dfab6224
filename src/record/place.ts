import type { Environment } from "../runtime/variables.ts";

/** Where an account keeps the records of one bot's conversations. */
export type Place = {
  /** Scheme and host of the Conversation Context Service. */
  address: string;
  account: string;
  namespace: string;
};

/** What a segment of an address, and what we seal for it, can carry without being changed. */
const PLAIN = /^[\w-]{1,100}$/;

/**
 * Tells whether a conversation can have a record.
 *
 * @param conversationId LivePerson's; letters, digits, `_` and `-`, at most 100
 */
export function isRecordable(conversationId: string): boolean {
  return PLAIN.test(conversationId);
}

/**
 * The place of the records, or `undefined` where host or account cannot be right.
 *
 * @param host see {@link contextAddress}
 * @param account LivePerson's number of the account
 * @param prefix first part of the secrets' names: bots with secrets of their own have records of their own. The service
 * takes letters, digits and `_` for a namespace
 */
export function recordPlace(host: string, account: string, prefix: string): Place | undefined {
  const address = contextAddress(host);
  if (address === undefined || !PLAIN.test(account)) return undefined;
  return { address, account, namespace: `${prefix.replace(/-/g, "_")}_conversation` };
}

/** What {@link placeIn} needs of the settings. */
type PlaceSettings = { CONTEXT_HOST: string; CONTEXT_ACCOUNT: string; CLINC_SECRET_PREFIX: string };

/** The place of the records in the account that is set, else in the one in which the platform says that we run. */
export function placeIn(
  { BRAND_ID = "", X_LIVEPERSON_BRAND_ID = BRAND_ID }: Environment,
  { CONTEXT_HOST, CONTEXT_ACCOUNT, CLINC_SECRET_PREFIX }: PlaceSettings,
): Place | undefined {
  return recordPlace(CONTEXT_HOST, CONTEXT_ACCOUNT || X_LIVEPERSON_BRAND_ID, CLINC_SECRET_PREFIX);
}

/** The address of something in the account, each segment of it encoded. */
export function urlIn({ address, account }: Place, ...segments: string[]): string {
  return [`${address}/v1/account`, ...[account, ...segments].map(encodeURIComponent)].join("/");
}

/**
 * The address of the Conversation Context Service, or `undefined` for a host that no key may be sent to.
 *
 * @param host a zone (`z1` Americas, `z2` Europe, `z3` Asia and Pacific), a host under `.liveperson.net`, or an `http://`
 * address of loopback
 * @see https://developers.liveperson.com/conversation-orchestrator-conversation-context-service-methods-v1.html
 */
export function contextAddress(host: string): string | undefined {
  if (/^z[1-3]$/.test(host)) return `https://${host}.context.liveperson.net`;
  if (/^([a-z\d-]+\.)+liveperson\.net$/i.test(host)) return `https://${host}`;
  return /^http:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/.test(host) ? host : undefined;
}
