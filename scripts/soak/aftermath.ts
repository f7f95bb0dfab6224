import { newConversationId } from "../conversations/events.ts";
import { CANARIES } from "./canaries.ts";
import { says } from "./consumer.ts";
import { numbered } from "./numbered.ts";
import type { Trial } from "./trial.ts";

/** With answers of 50,000 characters, far more than an instance may keep of replies. */
const RICH_CONVERSATIONS = 120;
const MESSAGES = 5;

/** Conversations in which everything hangs: more than the day has at once. */
const JAMMED_CONVERSATIONS = 100;

/** A bot user has at most so many conversations, so an instance that is at rest must remember as many new ones. */
const PLACES = 999;

/** Lets Clinc answer at such length that five answers of each conversation would fill the memory of an instance. */
export async function hearLongAnswers(trial: Trial): Promise<void> {
  trial.clinc.mood = "wordy";
  for (let count = 0; count < RICH_CONVERSATIONS; count += 1) {
    const id = newConversationId(false);
    for (let message = 1; message <= MESSAGES; message += 1) await say(trial, id, message);
  }
}

/**
 * Lets Clinc hang in many conversations, with messages that give up waiting for the one before. The turns themselves are
 * not judged: so many end at the same moment that a busy machine would make them late.
 */
export async function jam({ invoke, clinc }: Trial): Promise<void> {
  clinc.mood = "hanging";
  const conversations = Array.from({ length: JAMMED_CONVERSATIONS }, () => newConversationId(false));
  await Promise.all(conversations.flatMap((id) => [1, 2, 3].map((message) => invoke(inputOf(id, message)))));
}

/**
 * Tells from outside whether a conversation that has ended still counts as busy, which would keep its place for ever:
 * whatever way the turns before have ended, as many new conversations as there can be are remembered. One that is not
 * has its message asked twice. The newest is repeated first: a repeat of a forgotten one takes the place of another.
 */
export async function countForgotten(trial: Trial): Promise<void> {
  trial.clinc.mood = "brief";
  const conversations = Array.from({ length: PLACES }, () => newConversationId(false));
  for (const id of conversations) await say(trial, id, 1);
  for (const id of conversations.toReversed()) {
    const ledger = trial.clinc.open(id);
    await say(trial, id, 1);
    trial.clinc.close(id);
    if (ledger.arrived.length > 0) trial.tally.forgotten(id);
  }
}

async function say({ invoke, tally }: Trial, conversationId: string, message: number): Promise<void> {
  tally.reply(await invoke(inputOf(conversationId, message)), false);
}

function inputOf(conversationId: string, message: number): unknown {
  return says(numbered(CANARIES.words, message), message, { conversationId, isChat: false }).input;
}
