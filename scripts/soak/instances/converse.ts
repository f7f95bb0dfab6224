import { pause } from "../../../src/runtime/deadline.ts";
import { newConversationId } from "../../conversations/events.ts";
import type { Chance } from "../../kit/chance.ts";
import { deliver } from "../../stand-ins/functions/connector.ts";
import type { Invocation, LoadedFunction } from "../../stand-ins/functions/load-function.ts";
import type { ScriptedClinc } from "./clinc.ts";
import { Dialog, type World } from "./dialog.ts";
import type { Message, Play, Sending, Trace, Turn } from "./play.ts";

/** Milliseconds that a consumer reads and types, from and to. */
const THINKING_MS = [3_000, 30_000] as const;

/** Where a conversation takes place. */
export type Scene = {
  /** Each event goes to any of them. */
  instances: readonly LoadedFunction[];
  clinc: ScriptedClinc;
  world: World;
};

/** Holds one conversation, every event of which goes to any instance, as V2 does it. */
export async function converse(
  play: Play,
  { instances, clinc, world }: Scene,
  chance: Chance,
): Promise<Trace> {
  const conversationId = newConversationId(false);
  const dialog = new Dialog(conversationId, world);
  const part = clinc.play(conversationId, play, chance);
  const turns: Turn[] = [];
  const send = async ({ message, afterMs }: Sending) => {
    await pause(afterMs);
    part.latest = message;
    const input = dialog.inputOf(play.messages[message] as Message, message);
    const { turn, published } = told(await chance.one(instances).invoke(input), message);
    dialog.published(published);

    turns.push(turn);
  };
  for (const group of play.groups) {
    await Promise.all(group.map(send));
    await pause(chance.between(...THINKING_MS));
  }
  clinc.end(conversationId);
  return { turns, asked: part.asked };
}

/** @throws {Error} for what the function must never do */
function told({ result, error }: Invocation, message: number): { turn: Turn; published: number } {
  if (error) throw error;
  const { consumer, agent, action, problems } = deliver(result, false);
  if (problems.length > 0) throw new Error(`LivePerson would refuse a reply: ${problems.join("; ")}`);
  const { messages } = result as { messages: unknown[] };
  const published = messages.filter((entry) => !("delay" in Object(entry))).length;
  return { turn: { message, consumer, agent, action }, published };
}
