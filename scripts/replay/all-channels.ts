import { CHANNELS, type Channel } from "../../src/liveperson/channel.ts";
import type { Generation } from "../build/generation.ts";
import type { Conversation } from "../conversations/read-conversation.ts";
import { UsageError } from "../kit/command.ts";
import { didYouMean } from "../kit/nearest.ts";
import { paint } from "../kit/terminal.ts";
import { isRight, type PlayedTurn, type PlayOptions, play } from "./play.ts";
import { answerLines, faultLines, line } from "./print.ts";

/**
 * The channels that a list names, each once.
 *
 * @throws {UsageError} for a name that is none
 */
export function channelsOf(list: string): Channel[] {
  const names = [...new Set(list.split(",").map((name) => name.trim().toLowerCase()))];
  const wrong = names.find((name) => !isChannel(name));
  if (wrong === undefined) return names.filter(isChannel);
  throw new UsageError(
    `"${wrong}" is no channel${didYouMean(wrong, CHANNELS) || ";"} --channel takes ${CHANNELS.join(", ")}, with commas between them`,
  );
}

function isChannel(name: string): name is Channel {
  return (CHANNELS as readonly string[]).includes(name);
}

/** What a turn came to on each of the channels. */
export type TurnOnChannels = Map<Channel, PlayedTurn>;

/**
 * Plays a conversation once for each channel. Remarks are no fault here: they tell what a channel cannot show.
 *
 * @param conversationOn makes it anew, since events of chat and of messaging are not alike
 */
export async function playOnChannels(
  conversationOn: (channel: Channel) => Conversation,
  channels: readonly Channel[],
  generation: Generation,
  options: Omit<PlayOptions, "isLenient">,
): Promise<TurnOnChannels[]> {
  const turns: TurnOnChannels[] = [];
  for (const channel of channels) {
    const played = await play(conversationOn(channel), generation, { ...options, isLenient: true });
    for (const [index, turn] of played.entries()) {
      const onChannels = turns[index] ?? new Map<Channel, PlayedTurn>();
      turns[index] = onChannels.set(channel, turn);
    }
  }
  return turns;
}

/** How many channels a turn is wrong on. */
export function wrongOn(turn: TurnOnChannels): number {
  return [...turn.values()].filter((one) => !isRight(one)).length;
}

/** A turn on all of its channels, below each other; those that show the same, and say the same of it, stand together. */
export function printedOnChannels(turn: TurnOnChannels): string[] {
  const [first] = turn.values();
  if (!first) return [];
  const alike = new Map<string, Channel[]>();
  for (const [channel, one] of turn) {
    const lines = [...answerLines(one), ...faultLines(one)].join("\n").replaceAll(`${channel}: `, "");
    alike.set(lines, [...(alike.get(lines) ?? []), channel]);
  }
  return [
    line(first.by, first.said, "cyan"),
    ...[...alike].flatMap(([lines, channels]) => [line("on", paint("bold", channels.join(", "))), lines]),
  ];
}
