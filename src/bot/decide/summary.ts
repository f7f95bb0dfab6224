import type { Answer, Intent } from "../../answer/answer.ts";
import { type ClincReply, slotValues } from "../../clinc/reply.ts";
import type { Origin } from "../../liveperson/consumer-turn.ts";
import { mask } from "../../record/mask.ts";
import { oneLine, withoutUnseen } from "../../runtime/characters.ts";
import { cut } from "../../runtime/graphemes.ts";
import type { Memory } from "../memory.ts";
import type { Settings } from "../settings.ts";

const REMEMBERED_INTENTS = 5;

/** Characters; the transcript has the rest. */
const LONGEST_VALUE = 100;

/**
 * Keeps what a summary for the agent will be made of: the last intents, and the allowlisted
 * slots, masked. A detail is one line, or a slot could bring lines that look like the bot's own.
 */
export function remembered(
  memory: Memory,
  intent: Intent,
  reply: ClincReply,
  { AGENT_SUMMARY_SLOTS }: Pick<Settings, "AGENT_SUMMARY_SLOTS">,
): Memory {
  const scored = `${intent.name} (${intent.score.toFixed(2)})`;
  const intents = [...memory.intents, scored].slice(-REMEMBERED_INTENTS);
  const allowed = AGENT_SUMMARY_SLOTS.map(plainSlot);
  const slots = slotValues(reply)
    .filter(({ slot, value }) => value !== "" && allowed.includes(plainSlot(slot)))
    .map(({ slot, value }) => {
      const label = oneLine(plainSlot(slot).replace(/_/g, " "));
      return `${label}: ${cut(mask(oneLine(withoutUnseen(value.slice(0, LONGEST_VALUE * 3)))), LONGEST_VALUE)}`;
    });
  return { ...memory, intents, slots: slots.length > 0 ? slots : memory.slots };
}

/** On a transfer the agent learns why; chat has no private messages. */
export function withSummary(answer: Answer, memory: Memory, origin: Origin, settings: Settings): Answer {
  if (answer.outcome.kind !== "transfer" || !settings.AGENT_SUMMARY || origin.isChat) return answer;
  const summary = { kind: "note", text: agentSummary(memory, answer.outcome.why) } as const;
  return { ...answer, blocks: [...answer.blocks, summary] };
}

/** What the agent reads when the conversation arrives. The transcript is there anyway; this says why. */
function agentSummary({ intents, slots }: Memory, why: string): string {
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
