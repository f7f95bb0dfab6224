import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { parseEvent } from "../../src/liveperson/consumer-turn.ts";
import { type AgentTurn, agentTurn, commandInput } from "./agent-turn.ts";
import {
  describe,
  input,
  inputOf,
  newConversationId,
  SHORT_TURNS,
  shortTurn,
  type WrittenTurn,
} from "./events.ts";
import { isVariableOfFunctions } from "./variables.ts";

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
export type ConversationEvent = { by: "consumer" | "agent"; said: string; input: unknown };

/** Names of the project's own conversations, in the order of their replay. */
export const OWN_CONVERSATIONS: readonly string[] = readdirSync(import.meta.dirname)
  .flatMap((file) => (file.endsWith(".json") ? file.slice(0, -".json".length) : []))
  .sort();

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
};

/** Whether a turn is the agent's. */
export function isAgents(turn: WrittenTurn | AgentTurn): turn is AgentTurn {
  return agentTurn.safeParse(turn).success;
}

/** What is no conversation; the message names where it came from and what is wrong with it. */
export class BadConversation extends Error {
  override readonly name = "BadConversation";
}

/** A misspelt short turn must not pass for a payload. */
const payload = z
  .looseObject({})
  .refine((given) => [...SHORT_TURNS, "agent"].every((name) => !(name in given)));

/** The consumer's language as a browser tells it, such as `es-ES`. */
export const spokenLanguage = z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/, "a language such as es-ES");

/** Variables of the function: whoever else gives some must not set what this process itself listens to. */
export const environment = z.record(z.string(), z.string().max(5_000)).superRefine((given, context) => {
  for (const name of Object.keys(given).filter((one) => !isVariableOfFunctions(one)))
    context.addIssue({ code: "custom", path: [name], message: "is none of the function's variables" });
});

/** More than eight show nothing that eight do not. */
export const instances = z.int().min(1).max(8);

const written = z.strictObject({
  title: z.string().min(1),
  surface: z.enum(["messaging", "chat"]).default("messaging"),
  language: spokenLanguage.optional(),
  environment: environment.default({}),
  instances: instances.default(1),
  record: z.boolean().default(false),
  turns: z.array(z.union([z.string().min(1), shortTurn, agentTurn, payload])).min(1),
});

/**
 * Reads a file with a conversation, or with a single event: a bot payload, or the whole input of the function.
 *
 * @throws {BadConversation}
 * @example
 * { "title": "Balance", "surface": "messaging", "language": "es-ES", "environment": { "TRANSFER_SKILL": "human-agents" },
 *   "turns": ["What is my balance?", "Savings", { "file": "Why was I charged this?" },
 *     { "message": "com.liveperson.bot-connectors.consumer.send-rich-content" }, "a person", { "agent": "/clinc" }] }
 */
export function readConversation(file: string): Conversation {
  const { turns, language, ...conversation } = parseConversation(readText(file), file);
  const { isChat } = conversation;
  const conversationId = newConversationId(isChat);
  let index = 0;
  const events = turns.map((turn): ConversationEvent => {
    if (isAgents(turn)) return { by: "agent", said: turn.agent, input: commandInput(turn, conversationId) };
    const event = inputOf(turn, { conversationId, index, isChat, language });
    index += 1;
    return { by: "consumer", said: describe(event), input: event };
  });
  return { ...conversation, events };
}

/**
 * Checks the text of such a file; its events are still to be made.
 *
 * @param name of the file, for messages
 * @throws {BadConversation}
 */
export function parseConversation(text: string, name: string): WrittenConversation {
  const given = parse(text, name);
  const isPayload =
    typeof given === "object" && given !== null && !Array.isArray(given) && !("turns" in given);
  if (isPayload) return singleEvent(name, given as Record<string, unknown>);
  const read = written.safeParse(Array.isArray(given) ? { title: name, turns: given } : given);
  if (!read.success) {
    const problems = read.error.issues.map(
      (issue) => `${issue.path.join(".") || "the file"}: ${issue.message}`,
    );
    throw new BadConversation(`${name} is no conversation: ${problems.join("; ")}`);
  }
  const { surface, language = "", ...rest } = read.data;
  return { ...rest, isChat: surface === "chat", language };
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new BadConversation(`${file} cannot be read: ${(error as Error).message}`);
  }
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BadConversation(`${name} is not JSON: ${(error as Error).message}`);
  }
}

const ALONE = { environment: {}, instances: 1, record: false };

function singleEvent(name: string, given: Record<string, unknown>): WrittenConversation {
  const inner = "payload" in given ? given.payload : given;
  const keys = typeof inner === "object" && inner !== null ? Object.keys(inner) : [];
  if (!["message", "convId", "context", "event"].some((key) => keys.includes(key))) {
    throw new BadConversation(
      `${name} is neither a conversation (title, turns) nor a bot payload (message, convId, context), with or without payload around it`,
    );
  }
  const { isChat } = parseEvent({ payload: inner }).origin;
  const turns = ["payload" in given ? given : input(given)];
  return { ...ALONE, title: name, isChat, language: "", turns };
}
