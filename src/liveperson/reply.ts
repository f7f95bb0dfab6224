import type { JsonObject } from "../runtime/tolerant.ts";

/**
 * What the connector takes as answer. Anything it does not know makes the whole turn fail, so nothing else may leave.
 *
 * @see https://developers.liveperson.com/third-party-bots-liveperson-functions-basic-content.html
 * @see https://developers.liveperson.com/third-party-bots-liveperson-functions-advanced-features.html
 * @example
 * { "messages": ["Your balance is $1,250.40.", { "text": "Handed over by the bot", "messageAudience": "AGENTS_AND_MANAGERS" }],
 *   "context": { "intentId": "get_balance", "intentName": "get balance", "confidenceScore": 0.93,
 *     "action": "TRANSFER", "actionParameters": { "skill": "human-cards" } } }
 */
export type Reply = { messages: Message[]; context: ReplyContext };

/** One message, in order; a delay alone is the documented way to say nothing. */
export type Message =
  | string
  | { structuredContent: JsonObject; metadata?: JsonObject[]; encodedMetadata?: string }
  | { delay: number; typing?: boolean }
  | { text: string; messageAudience: "AGENTS_AND_MANAGERS" };

/** Intent information belongs on every reply: without it the Agent Escalation Summary misses the turn. */
export type Classification = {
  /** At most 256 characters, no white space. */
  intentId: string;
  /** At most 256 characters. */
  intentName: string;
  /** 0 to 1. */
  confidenceScore: number;
};

/** What a reply says beside its messages. */
export type ReplyContext = Classification & {
  /** Base64, at most 5,000 characters, messaging only; holds for all messages that have none of their own. */
  encodedMetadata?: string;
  /** A single content, sent last; the one form of a public answer on a social network, see {@link publicAnswer}. */
  structuredContent?: JsonObject;
  metadata?: JsonObject[];
} & Action;

/** At most one leaves a turn: two are an error. */
export type Action =
  | { action?: never; actionParameters?: never }
  /** The skill's name, case-sensitive. An agent needs a permission and falls back to the skill. */
  | { action: "TRANSFER"; actionParameters: { skill: string; agentId?: string } }
  | { action: "CLOSE_CONVERSATION"; actionParameters?: { withoutPcs: boolean } }
  | { action: "INVOCATION" | "CHANGE_TTR"; actionParameters: JsonObject };
