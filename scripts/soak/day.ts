import { newConversationId } from "../conversations/events.ts";
import type { Invocation } from "../stand-ins/functions/load-function.ts";
import { deliveries } from "./consumer.ts";
import type { Trial } from "./trial.ts";

/** Conversations that are held at the same time. */
const AT_ONCE = 64;

/**
 * A long, disorderly day.
 *
 * @param turns deliveries to be sent at least
 * @param ended is called after each conversation
 * @returns how many conversations it was
 */
export async function liveThroughDay(trial: Trial, turns: number, ended: () => void): Promise<number> {
  let conversations = 0;
  const keepTalking = async () => {
    while (trial.tally.turns < turns) {
      conversations += 1;
      await converse(trial);
      ended();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, keepTalking));
  return conversations;
}

async function converse({ invoke, clinc, tally, chance }: Trial): Promise<void> {
  const isChat = chance.next() < 0.3;
  const id = newConversationId(isChat);
  const ledger = clinc.open(id);
  const originals = new Map<number, Invocation>();
  for (const batch of deliveries(id, isChat, chance)) {
    const invocations = await Promise.all(batch.map(({ input }) => invoke(input)));
    invocations.forEach((invocation, place) => {
      const { message } = batch[place] as (typeof batch)[number];
      const original = originals.get(message);
      tally.reply(invocation, isChat);
      if (original) tally.repeat(invocation, original);
      else originals.set(message, invocation);
    });
  }
  clinc.close(id);
  tally.conversation(ledger);
}
