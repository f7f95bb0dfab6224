import type * as z from "zod/mini";
import { anything, flag, list, number, record, text } from "../runtime/tolerant.ts";

/** The attribute nests its own name once more, but for chat's `authenticatedPersonalInfo`. */
const personalInfo = record({ language: text, personalInfo: record({ language: text }) });

/**
 * What a function gets from the third-party bot connector: `input.payload` is the bot event, whose `context.lpEvent`
 * is LivePerson's own event, flat for chat and nested for messaging. Every field may be missing.
 *
 * Inferred from examples alone: `skillId` and `campaignId` in the conversation's context, the shapes of attributes beyond
 * their names, and that a location which a consumer shares, on WhatsApp for one, is a `map` with `la` and `lo`.
 *
 * @see https://developers.liveperson.com/third-party-bots-liveperson-functions-basic-content.html
 * @example
 * { "headers": [], "payload": {
 *   "message": "What is my balance?",
 *   "convId": "7e1f2c64-91ab-4d02-8f5e-0a6f3d1c2b90",
 *   "context": { "lpEvent": {
 *     "sequence": 4, "dialogId": "7e1f2c64-91ab-4d02-8f5e-0a6f3d1c2b90",
 *     "originatorClientProperties": { "appId": "webAsync", "integration": "WEB_SDK", "features": ["RICH_CONTENT", "QUICK_REPLIES"] },
 *     "event": { "type": "ContentEvent", "contentType": "text/plain", "message": "What is my balance?" },
 *     "metadata": [{ "type": "ExternalId", "id": "choice-1" }],
 *     "conversationContext": { "type": "MESSAGING", "skillId": "1234567890", "campaignId": 11, "visitor": { "consumerId": "c0ffee00", "language": "en-US" } } },
 *     "lpSdes": { "unauthenticatedSdes": { "personalInfo": { "personalInfo": { "language": "en-US" } } },
 *       "authenticatedSdes": { "customerInfo": { "customerInfo": { "customerId": "c-1001" } } } } } } }
 */
export const functionInput = record({
  payload: record({
    message: text,
    convId: text,
    event: record({ name: text }),
    context: record({
      lpEvent: record({
        "@type": text,
        text: text,
        source: text,
        content: anything,
        lastConsumerMessage: text,
        isWelcomeEvent: flag,
        sequence: text,
        sequenceId: text,
        dialogId: text,
        conversationId: text,
        chatSessionKey: text,
        dialogType: text,
        originatorId: text,
        originatorMetadata: record({ role: text }),
        originatorClientProperties: record({ integration: text, appId: text, features: list(text) }),
        event: record({ type: text, contentType: text, message: anything, content: anything }),
        /** A list; on some pages the one object alone. */
        metadata: anything,
        messageAudience: text,
        __isMe: flag,
        conversationContext: record({
          type: text,
          dialogType: text,
          skillId: text,
          campaignId: text,
          visitor: record({ consumerId: text, sharkVisitorId: text, language: text }),
        }),
      }),
      lpSdes: record({
        unauthenticatedSdes: record({ personalInfo }),
        authenticatedSdes: record({
          personalInfo,
          authenticatedPersonalInfo: personalInfo,
          /** Of messaging. */
          customerInfo: record({ customerId: text, customerInfo: record({ customerId: text }) }),
          /** Of chat. */
          authenticatedParticipantInfo: record({ isUserAuthenticated: flag, customerId: text }),
        }),
      }),
    }),
  }),
});

/** What `event.message` is for a text, and what it is for a file. */
export const eventText = text;
export const sharedFile = record({ caption: text });

/** Shared rich content, as far as it tells a location: a map in degrees, north and east positive. */
const map = { type: text, la: number, lo: number };
export const mapHolder = record({ ...map, elements: list(record(map)) });

/** The bot event, with an empty value wherever the platform sent none. */
export type BotEvent = z.infer<typeof functionInput>["payload"];

/** LivePerson's own event within it. */
export type LpEvent = BotEvent["context"]["lpEvent"];

/** The engagement attributes that the account lets the bot see, as they were when the conversation began. */
export type LpSdes = BotEvent["context"]["lpSdes"];

/**
 * Stand in `message` where the consumer sent no text. They must never reach Clinc: it would classify them as nonsense.
 *
 * @see https://developers.liveperson.com/third-party-bots-liveperson-functions-advanced-features.html
 */
export const FILE_SENTINEL = "com.liveperson.bot-connectors.consumer.send-file";
export const RICH_CONTENT_SENTINEL = "com.liveperson.bot-connectors.consumer.send-rich-content";
