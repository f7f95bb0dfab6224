import { input } from "../conversations/events.ts";
import {
  changed,
  type Payload,
  socialPayload,
  textPayload,
  welcomePayload,
} from "../conversations/payloads.ts";
import { CANARIES } from "./canaries.ts";
import type { Chance } from "./chance.ts";

/** Messages that LivePerson delivers at the same moment, in this order; equal ones are repeats. */
export type Delivery = ReadonlyArray<{ message: number; input: unknown }>;

/**
 * Everything that comes in of one conversation. The messages carry their number, so that whoever reads them can tell
 * them apart; the events' own sequence numbers are no help, as they come in disorder.
 */
export function* deliveries(conversationId: string, isChat: boolean, chance: Chance): Generator<Delivery> {
  const messages = chance.between(1, 12);
  let message = 0;
  let last: Delivery[number] | undefined;
  if (isChat) yield [{ message, input: input(opening(conversationId)) }];
  while (message < messages) {
    const batch: Array<Delivery[number]> = [];
    const size = chance.weighted([
      [90, 1],
      [10, chance.between(2, 3)],
    ]);
    for (let count = 0; count < size; count += 1) {
      message += 1;
      const sent = { message, input: event(conversationId, message, isChat, chance) };
      batch.push(sent);
      if (chance.next() < 0.05) batch.push(sent);
      if (last && chance.next() < 0.03) batch.push(last);
      last = sent;
    }
    yield batch;
  }
}

/** The platform's own words, which are no question for Clinc. */
function opening(conversationId: string): Payload {
  const welcome = welcomePayload("", { conversationId, index: 0, isChat: true });
  return changed(welcome, { text: `You are now chatting with ${CANARIES.unasked}.` });
}

/** A backward order within tens keeps the numbers apart and out of order. */
function event(conversationId: string, message: number, isChat: boolean, chance: Chance): unknown {
  const sequence = message - (message % 10) + (9 - (message % 10));
  const words = chance.weighted([
    [95, `${CANARIES.words} #${message}`],
    [2, "com.liveperson.bot-connectors.consumer.send-file"],
    [2, " "],
    [1, `${"<b>".repeat(3_000)}${CANARIES.words} #${message}`],
  ]);
  const place = { conversationId, index: sequence - 1, isChat };
  const isPost = !isChat && chance.next() < 0.02;
  const post = { on: "Facebook", channel: "Public" } as const;
  const payload = isPost
    ? socialPayload(`${CANARIES.unasked} #${message}`, post, place)
    : textPayload(words, place);
  const lpSdes = {
    authenticatedSdes: { customerInfo: { customerInfo: { customerId: CANARIES.customer } } },
  };
  return input({ ...payload, context: { ...payload.context, lpSdes } });
}
