import {
  BadConversation,
  parseConversation,
  type WrittenConversation,
} from "../conversations/read-conversation.ts";
import { grouped } from "../kit/terminal.ts";
import { isTooDeep } from "./depth.ts";
import { NOBODY_ELSE } from "./not-now.ts";

/** More than anybody reads; each turn is shown with all that went in and out. */
const MOST_TURNS = 300;

/**
 * Reads a file that the playground shall play.
 *
 * @param name of the file, for messages
 * @throws {BadConversation}
 */
export function loadedConversation(text: string, name: string, isLive: boolean): WrittenConversation {
  const conversation = parseConversation(text, name);
  const { length } = conversation.turns;
  if (length > MOST_TURNS)
    throw new BadConversation(`${name} has ${grouped(length)} turns; the playground takes ${MOST_TURNS}`);
  if (isTooDeep(conversation.turns)) throw new BadConversation(`${name} is nested too deeply`);
  if (isLive && conversation.beside.some(({ clinc }) => clinc !== undefined))
    throw new BadConversation(`${name} has answers of its own. ${NOBODY_ELSE}`);
  return conversation;
}
