/** As many as a busy bank has within the hour; each turn is another message of the next one. */
const CONVERSATIONS = 5_000;

/** A message of the consumer, and the answer to it. */
const NUMBERS_OF_A_TURN = 2;

/** What of an event changes from turn to turn. */
type Event = { payload: { convId: string; context: { lpEvent: { sequence: number; dialogId: string } } } };

/**
 * Makes one event after the other, each with a conversation and sequence of its own, so that no turn is a repeat.
 *
 * @param sample the input of a whole event
 */
export function events(sample: unknown, conversations = CONVERSATIONS): () => unknown {
  const { payload, ...input } = sample as Event;
  const { lpEvent, ...context } = payload.context;
  let turn = 0;
  return () => {
    const convId = `7e1f2c64-91ab-4d02-8f5e-${String(turn % conversations).padStart(12, "0")}`;
    const sequence = Math.floor(turn / conversations) * NUMBERS_OF_A_TURN + 1;
    turn += 1;
    const said = { ...lpEvent, sequence, dialogId: convId };
    return { ...input, payload: { ...payload, convId, context: { ...context, lpEvent: said } } };
  };
}
