import type { Answer, Block, Outcome } from "../../answer/answer.ts";
import type { Reading } from "../../answer/read.ts";
import type { Conversation } from "../conversations.ts";
import type { Settings } from "../settings.ts";

/**
 * Decides what comes of a reading and keeps count of misunderstandings.
 *
 * One action may leave: the author's transfer or close, then what names and limits ask for, then a function to invoke,
 * then a change of the response time. What gives way is named for the operator.
 *
 * @param isConsumerAsking false for a welcome: the consumer said nothing that could be misunderstood
 */
export function conclude(
  reading: Reading,
  conversation: Conversation,
  settings: Settings,
  isConsumerAsking: boolean,
): Answer {
  conversation.failed = 0;
  const count = countMisunderstood(reading, conversation, isConsumerAsking);
  const isOverLimit =
    !reading.isUnderstood && settings.MISUNDERSTOOD_LIMIT > 0 && count >= settings.MISUNDERSTOOD_LIMIT;
  const why = `not understood ${count} times in a row`;
  const byLimit: Outcome[] = isOverLimit ? [{ kind: "transfer", skill: "", agentId: "", why }] : [];

  const { authored, named } = reading;
  const [outcome = { kind: "continue" } as const] = [
    ...authored.filter(endsBotTurn),
    ...named,
    ...byLimit,
    ...authored.filter((action) => action.kind === "native" && action.action === "INVOCATION"),
    ...authored,
  ];
  const isByLimit = byLimit.includes(outcome);
  return {
    blocks: isByLimit
      ? handingOver(reading.blocks.filter(isNote), settings)
      : spoken(reading, outcome, settings),
    intent: reading.intent,
    outcome,
    remarks: [...reading.remarks, ...givenWay(outcome, reading)],
  };
}

/** A good answer ends the streak; a welcome, where the consumer said nothing, leaves it. */
function countMisunderstood(reading: Reading, conversation: Conversation, isConsumerAsking: boolean): number {
  if (reading.isUnderstood) conversation.misunderstood = 0;
  else if (isConsumerAsking) conversation.misunderstood += 1;
  return conversation.misunderstood;
}

/** A name that asks for what happens anyway has not given way. */
function givenWay(outcome: Outcome, { authored, named }: Reading): string[] {
  const others = [
    ...authored.filter((other) => other !== outcome),
    ...named.filter(({ kind }) => kind !== outcome.kind),
  ];
  return others.map(
    (other) => `one action leaves a turn: ${actionName(outcome)} did, ${actionName(other)} did not`,
  );
}

/** A transfer is announced, in Clinc's words or in ours. */
function spoken(reading: Reading, outcome: Outcome, settings: Settings): readonly Block[] {
  const isSilent = reading.blocks.every((block) => isNote(block) || block.kind === "pause");
  return outcome.kind === "transfer" && isSilent ? handingOver(reading.blocks, settings) : reading.blocks;
}

/** The bank's own words for a transfer, before whatever else is said. */
export function handingOver(blocks: readonly Block[], settings: Settings): readonly Block[] {
  return [{ kind: "text", text: settings.TRANSFER_MESSAGE }, ...blocks];
}

/** The bot is out after these. */
function endsBotTurn({ kind }: Outcome): boolean {
  return kind === "transfer" || kind === "close";
}

function isNote(block: Block): boolean {
  return block.kind === "note";
}

function actionName(outcome: Outcome): string {
  return outcome.kind === "native" ? outcome.action : outcome.kind;
}
