import { input, inputOf } from "../conversations/events.ts";
import {
  changed,
  type Place,
  socialPayload,
  textPayload,
  welcomePayload,
} from "../conversations/payloads.ts";
import type { Chance } from "../kit/chance.ts";
import { CANARIES } from "./canaries.ts";
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
  if (isChat) yield [opening(conversationId)];
  while (message < messages) {
    const batch: Sent[] = [];
    const size = chance.weighted([
      [90, 1],
      [10, chance.between(2, 3)],
    ]);
    for (let count = 0; count < size; count += 1) {
      message += 1;
      const isPost = !isChat && chance.next() < 0.02;
      const sent = isPost
        ? posts(message, conversationId)
        : says(wordsOf(message, chance), message, { conversationId, isChat });
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

/** The platform's own words, which are no question for Clinc. */
function opening(conversationId: string): Sent {
  const welcome = welcomePayload("", { conversationId, index: 0, isChat: true });
  const line = changed(welcome, { text: `You are now chatting with ${CANARIES.unasked}.` });
  return { message: 0, words: "", input: input(line) };
}

/** What everybody can read is no question for Clinc either. */
function posts(message: number, conversationId: string): Sent {
  const place = { conversationId, index: sequenceOf(message) - 1, isChat: false };
  const post = { on: "Facebook", channel: "Public" } as const;
  return { message, words: "", input: input(socialPayload(`${CANARIES.unasked} #${message}`, post, place)) };
}

/** A backward order within tens keeps the numbers apart and out of order. */
function sequenceOf(message: number): number {
  return message - (message % 10) + (9 - (message % 10));
}

/** A message as LivePerson delivers it. */
export function says(words: string, message: number, where: Omit<Place, "index">): Sent {
  const payload = textPayload(words, { ...where, index: sequenceOf(message) - 1 });
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
