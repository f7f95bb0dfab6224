import { writeFileSync } from "node:fs";
import type { Channel } from "../../src/liveperson/channel.ts";
import { BadConversation, type Conversation, readConversation } from "../conversations/read-conversation.ts";
import { UsageError } from "../kit/command.ts";
import { paint, verdict } from "../kit/terminal.ts";
import { playOnChannels, printedOnChannels, wrongOn } from "./all-channels.ts";
import type { Call } from "./call.ts";
import { junitXml } from "./junit.ts";
import { isRight, play } from "./play.ts";
import { counted, countsOf, type Played, resultOf } from "./played.ts";
import { printedTurn } from "./print.ts";
import { updateFile } from "./update.ts";

/** What a replay does to the world around it. */
export type Surroundings = {
  print(line: string): void;
  /** Makes the text of a JSON file look as all of them do. */
  format(json: string): Promise<string>;
};

type Print = Surroundings["print"];

/**
 * Replays conversations as they were asked for.
 *
 * @returns the exit status
 * @throws {UsageError} before anything is played, when a file cannot be
 */
export async function replay(call: Call, { print, format }: Surroundings): Promise<number> {
  for (const file of call.files) refuseUnplayable(file, readOrExplain(file), call);
  if (call.channels.length > 0) return showOnChannels(call, print);
  if (call.isUpdate) return update(call, { print, format });
  const say = call.isJson ? () => {} : print;
  const all: Played[] = [];
  for (const [index, file] of call.files.entries()) {
    const isWhole = !call.isBrief || index === 0;
    const played = await playFile(file, call, isWhole ? say : () => {});
    for (const one of isWhole ? [] : summary(played)) say(one);
    all.push(...played);
  }
  if (call.isBrief) say("\nnpm start -- --all prints every turn of them.");
  if (call.junit) writeFileSync(call.junit, junitXml(all));
  if (call.isJson) print(JSON.stringify(resultOf(all), null, 2));
  const { turns, wrong } = countsOf(all);
  return ended(say, wrong, `${counted(turns, "turn")} in ${counted(all.length, "conversation")}`);
}

/** Prints the sum, and makes the exit status of it. */
function ended(print: Print, wrong: number, sum: string): number {
  print(paint(wrong > 0 ? "red" : "green", `${sum}, ${wrong} of them wrong`));
  return wrong > 0 ? 1 : 0;
}

function readOrExplain(file: string, channel?: Channel): Conversation {
  try {
    return readConversation(file, channel);
  } catch (error) {
    throw error instanceof BadConversation ? new UsageError(error.message) : error;
  }
}

/** Nobody can tell a real Clinc what to answer. */
function refuseUnplayable(file: string, { events }: Conversation, { live }: Call): void {
  const number = events.findIndex(({ clinc }) => clinc !== undefined) + 1;
  if (live && number > 0)
    throw new UsageError(
      `${file}: turn ${number} brings Clinc's answer along, which a real Clinc does not take; play it without --live`,
    );
}

async function playFile(file: string, call: Call, print: Print): Promise<Played[]> {
  const all: Played[] = [];
  for (const generation of call.generations) {
    const conversation = readOrExplain(file);
    const { title } = conversation;
    print(paint("bold", `${generation.toUpperCase()}  ${title}`));
    const turns = await play(conversation, generation, {
      ...call,
      onTurn: (turn) => print(printedTurn(turn).join("\n")),
    });
    print("");
    all.push({ file, title, generation, turns });
  }
  return all;
}

/** One line for a conversation in all its generations, and whatever is wrong in it. */
function summary(all: readonly Played[]): string[] {
  const { turns, wrong } = countsOf(all);
  const [title = ""] = all.map((one) => one.title);
  const generations = all.map(({ generation }) => `in ${generation.toUpperCase()}`).join(" and ");
  const found = wrong > 0 ? `, ${wrong} wrong` : "";
  return [
    verdict(wrong === 0, `${title}: ${counted(turns / all.length, "turn")} ${generations}${found}`),
    ...all.flatMap((one) => one.turns.filter((turn) => !isRight(turn)).flatMap(printedTurn)),
  ];
}

async function showOnChannels(call: Call, print: Print): Promise<number> {
  const [generation = "v2"] = call.generations.slice(-1);
  let wrong = 0;
  let turns = 0;
  for (const file of call.files) {
    const played = await playOnChannels(
      (channel) => readOrExplain(file, channel),
      call.channels,
      generation,
      call,
    );
    print(paint("bold", `${counted(call.channels.length, "channel")}  ${readOrExplain(file).title}`));
    for (const turn of played) for (const one of printedOnChannels(turn)) print(one);
    print("");
    for (const turn of played) {
      turns += turn.size;
      wrong += wrongOn(turn);
    }
  }
  return ended(print, wrong, `${counted(turns, "answer")} on ${counted(call.channels.length, "channel")}`);
}

async function update(call: Call, { print, format }: Surroundings): Promise<number> {
  let left = 0;
  for (const file of call.files) {
    const { events } = readOrExplain(file);
    const played = await playFile(file, call, () => {});
    const result = await updateFile(file, events, played, format);
    const same = events.length - result.changed;
    print(
      verdict(
        result.left.length === 0,
        `${file}: ${counted(result.changed, "turn")} written, ${same} as before`,
      ),
    );
    for (const one of result.left) print(`  ${one}`);
    left += result.left.length;
  }
  return left > 0 ? 1 : 0;
}
