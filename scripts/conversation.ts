import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { consumerTurn } from "../src/liveperson/consumer-turn.ts";

/** A conversation to replay: events as the platform passes them, and the environment variables of the function. */
export type Conversation = {
  title: string;
  isChat: boolean;
  environment: Record<string, string>;
  events: Array<{ said: string; input: unknown }>;
};

/** Where the project's own conversations are. */
export const CONVERSATIONS = join(import.meta.dirname, "conversations");

/** A file that cannot be replayed; the message names the file and what is wrong with it. */
export class BadConversation extends Error {
  override readonly name = "BadConversation";
}

const payload = z.looseObject({});

/** The written form: a turn is the consumer's words, or a whole payload for anything that words cannot say. */
const written = z.strictObject({
  title: z.string().min(1),
  surface: z.enum(["messaging", "chat"]).default("messaging"),
  environment: z.record(z.string(), z.string()).default({}),
  turns: z.array(z.union([z.string().min(1), payload])).min(1),
});

/**
 * Reads a file with a conversation, or with a single event: a bot payload, or the whole input of the function.
 *
 * @throws {BadConversation}
 * @example
 * { "title": "Balance", "surface": "messaging", "environment": { "TRANSFER_SKILL": "human-agents" },
 *   "turns": ["What is my balance?", "Savings", { "message": "com.liveperson.bot-connectors.consumer.send-file" }] }
 */
export function readConversation(file: string): Conversation {
  const given = parse(file);
  const isPayload =
    typeof given === "object" && given !== null && !Array.isArray(given) && !("turns" in given);
  if (isPayload) return singleEvent(file, given as Record<string, unknown>);
  const read = written.safeParse(Array.isArray(given) ? { title: file, turns: given } : given);
  if (!read.success) {
    const problems = read.error.issues.map(
      (issue) => `${issue.path.join(".") || "the file"}: ${issue.message}`,
    );
    throw new BadConversation(`${file} is no conversation: ${problems.join("; ")}`);
  }
  const { title, surface, environment, turns } = read.data;
  const isChat = surface === "chat";
  const conversationId = isChat ? `H${Date.now()}-${randomUUID().slice(0, 8)}K1` : randomUUID();
  const events = turns.map((turn, index) => {
    if (typeof turn === "string")
      return { said: turn, input: textInput(turn, conversationId, index + 1, isChat) };
    const event = "payload" in turn ? turn : input({ convId: conversationId, ...turn });
    return { said: describe(event), input: event };
  });
  return { title, isChat, environment, events };
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    const what = error instanceof SyntaxError ? "is not JSON" : "cannot be read";
    throw new BadConversation(`${file} ${what}: ${(error as Error).message}`);
  }
}

function singleEvent(file: string, given: Record<string, unknown>): Conversation {
  const event = "payload" in given ? given : input(given);
  const { payload: inner } = event as { payload: unknown };
  const keys = typeof inner === "object" && inner !== null ? Object.keys(inner) : [];
  if (!["message", "convId", "context", "event"].some((key) => keys.includes(key))) {
    throw new BadConversation(
      `${file} is neither a conversation (title, turns) nor a bot payload (message, convId, context), with or without payload around it`,
    );
  }
  return {
    title: file,
    isChat: consumerTurn(event).origin.isChat,
    environment: {},
    events: [{ said: describe(event), input: event }],
  };
}

function describe(event: unknown): string {
  const { said } = consumerTurn(event);
  if (said.kind === "words") return said.words;
  if (said.kind === "unsupported") return `(${said.what})`;
  return said.kind === "welcome" && said.lastMessage !== ""
    ? `(welcome, last said: ${said.lastMessage})`
    : `(${said.kind})`;
}

function input<T>(payloadOfEvent: T) {
  return { timestamp: Date.now(), headers: [], payload: payloadOfEvent };
}

/** The function's input for a text that was typed in the web window of messaging or of chat. */
export function textInput(message: string, convId: string, sequence: number, isChat: boolean) {
  const lpEvent = isChat
    ? {
        "@type": "line",
        text: message,
        textType: "plain",
        by: "visitor",
        source: "visitor",
        sequenceId: sequence,
        chatSessionKey: convId,
        conversationContext: { type: "CHAT" },
      }
    : {
        sequence,
        dialogId: convId,
        conversationId: convId,
        originatorId: "c0ffee00",
        originatorMetadata: { id: "c0ffee00", role: "CONSUMER" },
        originatorClientProperties: {
          appId: "webAsync",
          integration: "WEB_SDK",
          features: ["AUTO_MESSAGES", "RICH_CONTENT", "QUICK_REPLIES", "FILE_SHARING"],
        },
        event: { type: "ContentEvent", contentType: "text/plain", message },
        metadata: [],
        messageAudience: "ALL",
        conversationContext: {
          type: "MESSAGING",
          skillId: "1234567890",
          visitor: { consumerId: "c0ffee00" },
        },
      };
  const lpSdes: Record<string, unknown> = {};
  return input({ message, convId, context: { lpEvent, lpSdes } });
}
