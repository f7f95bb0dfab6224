import * as z from "zod";
import { input } from "./events.ts";

/**
 * A turn of the agent who has taken over: a slash command, alone or with words behind it, or what the agent says to the
 * consumer, which neither function hears of.
 *
 * @example { "agent": "/clinc" }
 * @example { "agent": "/clinc How long does a new card take?" }
 * @example { "agent": "A new card takes five days." }
 */
export const agentTurn = z.strictObject({
  agent: z.string().min(1).describe("What the agent says, or /clinc alone or with the consumer's words."),
});

/** A turn of the agent. */
export type AgentTurn = z.infer<typeof agentTurn>;

/** What agents type in front; what the workspace calls the command is the name of the function. */
const COMMAND = /^\/clinc(?:\s+|$)/;

/** Whether it is a slash command, and not said to the consumer. */
export function isCommand({ agent }: AgentTurn): boolean {
  return COMMAND.test(agent);
}

/** The input of the slash command's function for such a turn; `undefined` for words to the consumer. */
export function commandInput(turn: AgentTurn, conversationId: string): unknown {
  if (!isCommand(turn)) return undefined;
  const typed = turn.agent.replace(COMMAND, "");
  return input({ conversationId, arguments: typed === "" ? [] : typed.split(/\s+/) });
}
