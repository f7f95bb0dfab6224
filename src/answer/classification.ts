import type { ClincReply } from "../clinc/reply.ts";
import { firstOf } from "../runtime/tolerant.ts";
import { type Intent, spoken } from "./answer.ts";

/**
 * The names that a reply goes by. Clinc has no flag for "give me a human", "goodbye" or "not understood": the names of
 * competencies, states and intents carry it, and any of five fields may hold the telling one.
 *
 * @see https://api.clinc.com/platform/documentation/v2/platform_reference/state_transition.html
 * @returns none while what they announce is not going to happen now
 */
export function namesOf(reply: ClincReply): string[] {
  return isPending(reply) ? [] : allNamesOf(reply);
}

/** The names of a reply, also while what they announce is not going to happen now. */
export function allNamesOf(reply: ClincReply): string[] {
  return [
    reply.response.type,
    reply.bl_resp.state,
    reply.classifier_state,
    reply.competency,
    ...reply.intent.split("&"),
  ].map(plain);
}

/** Whether one of the names that somebody wrote down is among those of a reply. */
export function isNamed(found: readonly string[], names: readonly string[]): boolean {
  return names.some((name) => found.includes(plain(name)));
}

/** Clinc wants a confirmation, or the consumer called it off. */
const PENDING = /_(confirm|cancel|incorrect)$/i;

function isPending(reply: ClincReply): boolean {
  return PENDING.test(stateOf(reply));
}

/** `send_money` for the state in which Clinc wants a confirmation of it, or the consumer called it off. */
export function withoutPending(name: string): string {
  return name.replace(PENDING, "");
}

/** The state that Clinc ended in: business logic has the last word, the classifier only the first. */
export function stateOf(reply: ClincReply): string {
  return firstOf(reply.bl_resp.state, reply.response.type, reply.classifier_state);
}

/** The classification of a reply as LivePerson wants it: an id free of white space, a name to read, a score. */
export function intentOf(reply: ClincReply): Intent {
  const given = firstOf(reply.intent, reply.competency, stateOf(reply));
  const bare = given.split("&").map(withoutSuffix).join("&");
  const id = shortened(bare.replace(/[\s\p{C}]+/gu, "_")) || "unclassified";
  const score = Math.min(1, Math.max(0, reply.intent_probability || 0));
  return { id, name: spoken(id) || id, score };
}

function plain(name: string): string {
  return withoutSuffix(name).toLowerCase();
}

/** `get_balance_start` and `get_balance_update` are the same competency's first and later intents. */
function withoutSuffix(name: string): string {
  return name.trim().replace(/_(start|update)$/i, "");
}

/** LivePerson takes 256 characters, and does not say which; never half of a surrogate pair. */
function shortened(id: string): string {
  return id.slice(0, 256).replace(/[\uD800-\uDBFF]$/, "");
}
