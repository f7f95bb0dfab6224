import { randomUUID } from "node:crypto";
import { parseEvent } from "../../src/liveperson/consumer-turn.ts";

/** A turn as it is written: the consumer's words, or a whole payload for anything that words cannot say. */
export type WrittenTurn = string | Record<string, unknown>;

/** Where in a conversation a turn stands; `index` counts from 0. */
export type Place = { conversationId: string; index: number; isChat: boolean };

/** An id as LivePerson gives it on this surface. */
export function newConversationId(isChat: boolean): string {
  return isChat ? `H${Date.now()}-${randomUUID().slice(0, 8)}K1` : randomUUID();
}

/** The input of the function for a turn. */
export function inputOf(turn: WrittenTurn, where: Place): unknown {
  if (typeof turn === "string") return input(textPayload(turn, where));
  return "payload" in turn ? turn : input({ convId: where.conversationId, ...turn });
}

/** What the consumer said or did with an event, for people. */
export function describe(event: unknown): string {
  const { said } = parseEvent(event);
  if (said.kind === "words") return said.words;
  if (said.kind === "unsupported") return `(${said.what})`;
  return said.kind === "welcome" && said.lastMessage !== ""
    ? `(welcome, last said: ${said.lastMessage})`
    : `(${said.kind})`;
}

/** What a function gets beside the payload. */
export function input(payloadOfEvent: unknown): Record<string, unknown> {
  return { timestamp: Date.now(), headers: [], payload: payloadOfEvent };
}

/** A text as the web window of messaging or of chat sends it. */
export function textPayload(message: string, { conversationId: convId, index, isChat }: Place) {
  const lpEvent = isChat
    ? {
        "@type": "line",
        text: message,
        textType: "plain",
        by: "visitor",
        source: "visitor",
        sequenceId: index + 1,
        chatSessionKey: convId,
        conversationContext: { type: "CHAT" },
      }
    : {
        sequence: index + 1,
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
  return { message, convId, context: { lpEvent, lpSdes: {} } };
}
