import { isCommand } from "../conversations/agent-turn.ts";
import { isAgents, type WrittenConversation } from "../conversations/read-conversation.ts";
import type { Act } from "./act.ts";
import type { Course } from "./course.ts";

/**
 * Plays the turns of a file. Once the bot has handed over, words go from the consumer to the agent and back. A file in
 * which no agent has a turn asks the bot all the same.
 *
 * @param begins hears of each turn before it is taken, counted from 1
 * @returns how many turns of agents have no place here: a command is what the widget stands for, and before a transfer
 * no agent has the conversation
 */
export async function playTurns(
  course: Course,
  { turns: written, beside }: Pick<WrittenConversation, "turns" | "beside">,
  signal: AbortSignal,
  begins: (turn: number) => void,
): Promise<number> {
  const hasAgent = written.some(isAgents);
  let leftOut = 0;
  for (const [index, turn] of written.entries()) {
    begins(index + 1);
    const isHeld = hasAgent && course.isWithAgent;
    if (isAgents(turn)) {
      if (isHeld && !isCommand(turn)) course.say("agent", turn.agent, "");
      else leftOut += 1;
    } else if (isHeld && typeof turn === "string") course.say("consumer", turn, "");
    else await course.happen({ act: actOf(turn), fault: "", ...beside[index] }, signal);
  }
  return leftOut;
}

function actOf(turn: string | Record<string, unknown>): Act {
  return typeof turn === "string" ? { kind: "words", text: turn } : { kind: "written", turn };
}
