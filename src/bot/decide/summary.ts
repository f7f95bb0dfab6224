import type { Intent } from "../../answer/answer.ts";
import { type ClincReply, slotValues } from "../../clinc/reply.ts";
import { mask } from "../../record/mask.ts";
import type { Conversation } from "../conversations.ts";

const REMEMBERED_INTENTS = 5;
const LONGEST_VALUE = 100;

/** Keeps what a summary for the agent will be made of: the last intents, and the allowlisted slots, masked. */
export function rememberForAgent(
  conversation: Conversation,
  intent: Intent,
  reply: ClincReply,
  allowedSlots: readonly string[],
): void {
  conversation.intents = [...conversation.intents, `${intent.name} (${intent.score.toFixed(2)})`].slice(
    -REMEMBERED_INTENTS,
  );
  const allowed = allowedSlots.map(plainSlot);
  const slots = slotValues(reply)
    .filter(({ slot, value }) => value !== "" && allowed.includes(plainSlot(slot)))
    .map(
      ({ slot, value }) =>
        `${plainSlot(slot).replace(/_/g, " ")}: ${mask(value.slice(0, LONGEST_VALUE * 3)).slice(0, LONGEST_VALUE)}`,
    );
  if (slots.length > 0) conversation.slots = slots;
}

/** What the agent reads when the conversation arrives. The transcript is there anyway; this says why. */
export function agentSummary(conversation: Conversation, why: string): string {
  const { intents, slots } = conversation;
  return [
    `Handed over by the bot: ${why}.`,
    ...(intents.length > 0 ? [`Last intents: ${intents.join(", ")}`] : []),
    ...(slots.length > 0 ? ["Details:", ...slots.map((slot) => `- ${slot}`)] : []),
  ].join("\n");
}

/** `_ACCOUNT_` and `account` are one slot. */
function plainSlot(name: string): string {
  return name.replace(/^_+|_+$/g, "").toLowerCase();
}
