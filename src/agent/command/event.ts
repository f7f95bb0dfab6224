import { isBlank, oneLine } from "../../runtime/characters.ts";
import { anything, asText, readAs, record, text } from "../../runtime/tolerant.ts";

/** What an agent has typed behind the slash. */
export type Command = {
  /** LivePerson's; `""` where the event has none. */
  conversationId: string;
  /** On one line; `""` for none. */
  words: string;
};

/**
 * The event `conversational_command`, and nothing else is in it: neither the last message nor who asks.
 *
 * @see https://developers.liveperson.com/liveperson-functions-event-sources-conversational-commands.html
 * @example
 * { "headers": [], "payload": { "conversationId": "7e1f2c64-91ab-4d02-8f5e-0a6f3d1c2b90", "arguments": ["my", "balance"] } }
 */
const commandEvent = record({ payload: record({ conversationId: text, arguments: anything }) });

/** Reads an event. How LivePerson splits what was typed is not documented, so the parts are put together again. */
export function readCommand(input: unknown): Command {
  const { conversationId, arguments: given } = readAs(commandEvent, input).payload;
  const parts = Array.isArray(given) ? given.map(asText) : [asText(given)];
  const words = oneLine(parts.join(" "));
  return { conversationId: conversationId.trim(), words: isBlank(words) ? "" : words };
}
