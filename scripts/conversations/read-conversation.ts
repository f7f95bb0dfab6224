import { readdirSync } from "node:fs";
import { join } from "node:path";
import type * as z from "zod";
import type { Channel } from "../../src/liveperson/channel.ts";
import { parseEvent } from "../../src/liveperson/consumer-turn.ts";
import { readTextFile } from "../kit/read-file.ts";
import { wrongJson } from "../kit/wrong-json.ts";
import { type AgentTurn, agentTurn, commandInput } from "./agent-turn.ts";
import { conversation } from "./conversation-file.ts";
import { describe, input, inputOf, newConversationId, type WrittenTurn } from "./events.ts";
import { inPlace } from "./own-answer.ts";
import { type Problem, readBy, spelledPath } from "./told.ts";
import { type Beside, isPayload, KEYS_OF_TURN, turn, turnOf } from "./turns.ts";

/** A conversation to replay: events as the platform passes them, and how the function is set up for it. */
export type Conversation = {
  title: string;
  isChat: boolean;
  environment: Record<string, string>;
  /** So many instances of V2 take its turns, one after the other. */
  instances: number;
  /** It has a record at LivePerson. */
  record: boolean;
  events: ConversationEvent[];
};

/**
 * Something that happens: the consumer's, for the bot, or the agent's, for the slash command.
 *
 * @property input `undefined` for what an agent says to the consumer
 */
export type ConversationEvent = { by: "consumer" | "agent"; said: string; input: unknown } & Beside;

/** Names of the project's own conversations, in the order of their replay. */
export const OWN_CONVERSATIONS: readonly string[] = readdirSync(import.meta.dirname)
  .flatMap((file) => /^(\d+-.*)\.json$/.exec(file)?.[1] ?? [])
  .sort((one, other) => Number.parseInt(one, 10) - Number.parseInt(other, 10));

/** The file of one of the project's own conversations. */
export function ownConversation(name: string): string {
  return join(import.meta.dirname, `${name}.json`);
}

/**
 * A conversation as it is written, before its events are made.
 *
 * @property language the consumer's, as browsers tell it; `""` where no event tells it
 */
export type WrittenConversation = Omit<Conversation, "events"> & {
  language: string;
  turns: Array<WrittenTurn | AgentTurn>;
  /** What stands beside each of the turns. */
  beside: Beside[];
};

/** What is no conversation; the message names where it came from and what is wrong with it. */
export class BadConversation extends Error {
  override readonly name = "BadConversation";
}

/** Whether a turn is the agent's. */
export function isAgents(turn: WrittenTurn | AgentTurn): turn is AgentTurn {
  return agentTurn.safeParse(turn).success;
}

/**
 * Reads a file with a conversation, or with a single event: a bot payload, or the whole input of the function.
 *
 * @param channel instead of the file's own
 * @throws {BadConversation}
 * @throws {UsageError} when the file cannot be read
 * @example
 * { "title": "Balance", "surface": "messaging", "language": "es-ES", "environment": { "TRANSFER_SKILL": "human-agents" },
 *   "turns": ["What is my balance?", "Savings", { "file": "Why was I charged this?" },
 *     { "message": "com.liveperson.bot-connectors.consumer.send-rich-content" }, "a person", { "agent": "/clinc" }] }
 */
export function readConversation(file: string, channel?: Channel): Conversation {
  const written = parseConversation(readTextFile(file), file);
  const { turns, beside, language, ...conversation } = channel ? onChannel(written, channel) : written;
  const { isChat } = conversation;
  const conversationId = newConversationId(isChat);
  let index = 0;
  const events = turns.map((turn, number): ConversationEvent => {
    if (isAgents(turn))
      return { by: "agent", said: turn.agent, input: commandInput(turn, conversationId), ...beside[number] };
    const event = inputOf(turn, { conversationId, index, isChat, language });
    index += 1;
    return { by: "consumer", said: describe(event), input: event, ...beside[number] };
  });
  return { ...conversation, events };
}

/** What was expected was expected on the channel of the file. */
function onChannel(written: WrittenConversation, channel: Channel): WrittenConversation {
  const environment = { ...written.environment, CHANNEL: channel };
  const beside = written.beside.map(({ expect: _, ...rest }) => rest);
  return { ...written, isChat: channel === "chat", environment, beside };
}

/**
 * Checks the text of such a file; its events are still to be made.
 *
 * @param name of the file, for messages
 * @throws {BadConversation}
 */
export function parseConversation(text: string, name: string): WrittenConversation {
  const given = parse(text, name);
  if (isSingleTurn(given)) return singleTurn(name, given);
  const written = Array.isArray(given) ? { title: name, turns: given } : given;
  const { surface, language = "", turns, $schema: _, ...rest } = readAs(conversation, written, name);
  const parted = turns.map(turnOf);
  return {
    ...rest,
    ...{ isChat: surface === "chat", language },
    turns: parted.map(({ does }) => does),
    beside: parted.map(({ beside }) => beside),
  };
}

function readAs<Schema extends z.ZodType>(
  schema: Schema,
  given: unknown,
  name: string,
  what = "conversation",
): z.output<Schema> {
  const read = readBy(schema, given);
  if ("data" in read) return read.data;
  throw new BadConversation(
    `${name} is no ${what}: ${read.problems.map(inPlace).map(toldOfFile).join("; ")}`,
  );
}

/** Turns are counted from 1, as the replay counts them. */
function toldOfFile({ path, message }: Problem): string {
  const [first, index, ...rest] = path;
  if (first !== "turns" || typeof index !== "number") return `${spelledPath(path) || "the file"} ${message}`;
  const place = spelledPath(rest);
  return place === "" ? `turn ${index + 1} ${message}` : `turn ${index + 1}: ${place} ${message}`;
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadConversation(`${name} is not JSON: ${wrongJson(text)}`);
  }
}

const ALONE = { environment: {}, instances: 1, record: false, language: "" };

/** Whatever has a key of a conversation is one. */
function isSingleTurn(given: unknown): given is Record<string, unknown> {
  if (typeof given !== "object" || given === null || Array.isArray(given)) return false;
  return !Object.keys(conversation.shape).some((key) => key in given);
}

function singleTurn(name: string, given: Record<string, unknown>): WrittenConversation {
  const inner = ("payload" in given ? given.payload : given) as Record<string, unknown> | null;
  const isOfPlatform = typeof inner === "object" && inner !== null && isPayload(inner);
  if (!isOfPlatform && !KEYS_OF_TURN.some((key) => key in given)) {
    throw new BadConversation(
      `${name} is neither a conversation (title, turns) nor a turn (say, clinc, expect) nor a bot payload (message, convId, context), with or without payload around it`,
    );
  }
  const { does, beside } = turnOf(readAs(turn, given, name, "turn"));
  const isChat = isOfPlatform && parseEvent({ payload: inner }).origin.isChat;
  const turns = [isOfPlatform && !("payload" in given) ? input(does) : does];
  return { ...ALONE, title: name, isChat, turns, beside: [beside] };
}
