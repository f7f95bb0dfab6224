import {
  type Answer,
  type Block,
  endsBotTurn,
  isSilent,
  type Outcome,
  transfer,
} from "../../answer/answer.ts";
import type { Reading } from "../../answer/read.ts";
import { type Memory, NO_CHOICES } from "../memory.ts";
import type { Settings } from "../settings.ts";

/** What a turn is going to say, and what is remembered of it. */
export type Thought = { answer: Answer; memory: Memory };

/**
 * Decides what comes of a reading and counts misunderstandings. Clinc has answered, so its last question is open no longer.
 *
 * One action may leave: the author's transfer or close, then what names and limits ask for, then a function to invoke,
 * then a change of the response time. What gives way is named for the operator.
 *
 * @param isConsumerAsking false for a welcome: the consumer said nothing that could be misunderstood
 */
export function conclude(
  reading: Reading,
  before: Memory,
  settings: Settings,
  isConsumerAsking: boolean,
): Thought {
  const count = misunderstood(reading, before, isConsumerAsking);
  const isOverLimit =
    !reading.isUnderstood && settings.MISUNDERSTOOD_LIMIT > 0 && count >= settings.MISUNDERSTOOD_LIMIT;
  const byLimit = isOverLimit ? [transfer(`not understood ${count} times in a row`)] : [];

  const { authored, named } = reading;
  const [outcome = { kind: "continue" } as const] = [
    ...authored.filter(endsBotTurn),
    ...named,
    ...byLimit,
    ...authored.filter((action) => action.kind === "native" && action.action === "INVOCATION"),
    ...authored,
  ];
  const isByLimit = byLimit.includes(outcome);
  const answer: Answer = {
    blocks: isByLimit
      ? announced(reading.blocks.filter(isNote), settings)
      : spoken(reading, outcome, settings),
    intent: reading.intent,
    outcome: toSkill(outcome, reading.skill),
    remarks: [...reading.remarks, ...outranked(outcome, reading)],
  };
  return { answer, memory: { ...before, failed: 0, misunderstood: count, open: NO_CHOICES } };
}

/** A good answer ends the streak; a welcome, where the consumer said nothing, leaves it. */
function misunderstood(reading: Reading, before: Memory, isConsumerAsking: boolean): number {
  if (reading.isUnderstood) return 0;
  return isConsumerAsking ? before.misunderstood + 1 : before.misunderstood;
}

/** A name that asks for what happens anyway was not outranked. */
function outranked(outcome: Outcome, { authored, named }: Reading): string[] {
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
  const isWordless = reading.blocks.every(isSilent);
  return outcome.kind === "transfer" && isWordless ? announced(reading.blocks, settings) : reading.blocks;
}

/** The author's own skill comes first, then the one for this competency or intent. */
function toSkill(outcome: Outcome, skill: string): Outcome {
  return outcome.kind === "transfer" && outcome.skill === "" ? { ...outcome, skill } : outcome;
}

/** The bank's own words for a transfer, before whatever else is said. */
export function announced(blocks: readonly Block[], settings: Settings): readonly Block[] {
  return [{ kind: "text", text: settings.TRANSFER_MESSAGE }, ...blocks];
}

function isNote(block: Block): boolean {
  return block.kind === "note";
}

function actionName(outcome: Outcome): string {
  return outcome.kind === "native" ? outcome.action : outcome.kind;
}
