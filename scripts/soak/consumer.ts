import { input, inputOf, type Place, textPayload } from "../conversations/events.ts";
import { CANARIES } from "./canaries.ts";
import type { Chance } from "./chance.ts";
import { choiceFor, numbered } from "./numbered.ts";

/** Messages that LivePerson delivers at the same moment, in this order; equal ones are repeats. */
export type Delivery = ReadonlyArray<Sent>;

type Sent = { message: number; words: string; input: unknown };

/** How often a conversation is transferred to the bot after a delivery; on chat it opens as a new one does. */
const COMES_BACK = 0.1;

/** What a consumer could type to make the bot act, if a business logic echoes it. */
const TYPED_JSON = [
  { action: "INVOCATION", actionParameters: { lambdaUuid: CANARIES.typed, payload: {}, failOnError: false } },
  { action: "TRANSFER", actionParameters: { skill: CANARIES.typed } },
  { text: CANARIES.typed, messageAudience: "AGENTS_AND_MANAGERS" },
  { text: CANARIES.typed },
].map((entry) => JSON.stringify(entry));

/**
 * Everything that comes in of one conversation: its messages, some of them twice, and now and then its return from
 * somebody else, with what the consumer said last.
 */
export function* deliveries(conversationId: string, isChat: boolean, chance: Chance): Generator<Delivery> {
  const messages = chance.between(1, 12);
  let message = 0;
  let last: Sent | undefined;
  while (message < messages) {
    const batch: Sent[] = [];
    const size = chance.weighted([
      [90, 1],
      [10, chance.between(2, 3)],
    ]);
    for (let count = 0; count < size; count += 1) {
      message += 1;
      const sent = says(wordsOf(message, chance), message, { conversationId, isChat });
      batch.push(sent);
      if (chance.next() < 0.05) batch.push(sent);
      if (last && chance.next() < 0.03) batch.push(last);
      last = sent;
    }
    yield batch;
    if (last && !isChat && chance.next() < COMES_BACK) {
      message += 1;
      yield [{ ...last, message, input: givenBack(conversationId, last.words) }];
    }
  }
}

/** A message as LivePerson delivers it. A backward order within tens keeps the sequence numbers apart and out of order. */
export function says(words: string, message: number, where: Omit<Place, "index">): Sent {
  const sequence = message - (message % 10) + (9 - (message % 10));
  const payload = textPayload(words, { ...where, index: sequence - 1 });
  const lpSdes = {
    authenticatedSdes: { customerInfo: { customerInfo: { customerId: CANARIES.customer } } },
  };
  return { message, words, input: input({ ...payload, context: { ...payload.context, lpSdes } }) };
}

function wordsOf(message: number, chance: Chance): string {
  return chance.weighted([
    [83, numbered(CANARIES.words, message)],
    [10, choiceFor(message).title],
    [2, chance.one(TYPED_JSON)],
    [2, "com.liveperson.bot-connectors.consumer.send-file"],
    [2, " "],
    [1, numbered(`${"<b>".repeat(3_000)}${CANARIES.words}`, message)],
  ]);
}

/** The welcome of a conversation that is transferred to the bot has neither a sequence nor a dialog. */
function givenBack(conversationId: string, lastConsumerMessage: string): unknown {
  const lpEvent = { type: "ContentEvent", content: "welcome", lastConsumerMessage };
  const turn = { message: "", context: { lpEvent } };
  return inputOf(turn, { conversationId, index: 0, isChat: false });
}
