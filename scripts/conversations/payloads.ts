import { FILE_SENTINEL, RICH_CONTENT_SENTINEL } from "../../src/liveperson/event.ts";

/**
 * Where in a conversation an event stands; `index` counts from 0.
 *
 * @property language the consumer's, as browsers tell it (`es-ES`); where it is missing the event does not tell it
 */
export type Place = { conversationId: string; index: number; isChat: boolean; language?: string };

/** A bot payload as LivePerson sends it. */
export type Payload = {
  message: string;
  convId: string;
  event?: { name: string };
  context: { lpEvent: Record<string, unknown>; lpSdes: Record<string, unknown> };
};

/** Social networks as LivePerson names them, each with its kind of public and of private event; Instagram has none. */
const NETWORKS = {
  Facebook: { Public: { type: "CP" }, Private: { type: "DirectMessage" } },
  Twitter: { Public: { type: "Tweet" }, Private: { type: "DirectMessage" } },
  Instagram: { Public: {}, Private: {} },
};

/** A social network. */
export type Network = keyof typeof NETWORKS;

/** Their names. */
export const NETWORK_NAMES = Object.keys(NETWORKS) as Network[];

/** A text as the web window of messaging or of chat sends it. */
export function textPayload(message: string, place: Place): Payload {
  const { conversationId: convId, index, isChat, language } = place;
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
          visitor: { consumerId: "c0ffee00", ...(language && { language }) },
        },
      };
  return { message, convId, context: { lpEvent, lpSdes: attributesOf(place) } };
}

/** What the bank's pages tell of a consumer; LivePerson repeats it with each event. */
function attributesOf({ language }: Place): Record<string, unknown> {
  return language ? { unauthenticatedSdes: { personalInfo: { personalInfo: { language } } } } : {};
}

/** A text with something else in LivePerson's own event. */
export function changed(payload: Payload, lpEvent: Record<string, unknown>): Payload {
  const { context } = payload;
  return { ...payload, context: { ...context, lpEvent: { ...context.lpEvent, ...lpEvent } } };
}

/** A file, with the caption below it. */
export function filePayload(caption: string, place: Place): Payload {
  const message = { caption, relativePath: "/file/1.png", fileType: "PNG", preview: "" };
  return changed(textPayload(FILE_SENTINEL, place), {
    event: { type: "ContentEvent", contentType: "hosted/file", message },
  });
}

/** A location that is shared: a place in Leeds, unless another is given in degrees. */
export function locationPayload(place: Place, { lat, lon } = { lat: 53.8, lon: -1.55 }): Payload {
  const map = { type: "map", la: lat, lo: lon, alt: `${lat}, ${lon}` };
  return changed(textPayload(RICH_CONTENT_SENTINEL, place), {
    event: { type: "RichContentEvent", content: { type: "vertical", elements: [map] } },
  });
}

/** A text on a social network: one that everybody can read, or a direct message. */
export function socialPayload(
  message: string,
  { on, channel }: { on: Network; channel: "Public" | "Private" },
  place: Place,
): Payload {
  const data = {
    type: "SocialMessagingEventData",
    channel,
    replyToId: `1075_${place.index + 1}`,
    event: { source: on, ...NETWORKS[on][channel] },
    conversationState: { currentChannel: channel, dmChatId: "1072" },
  };
  return changed(textPayload(message, place), { originatorClientProperties: {}, metadata: [data] });
}

/**
 * A conversation opens. Chat says so in a line of its own, and whoever reads it must not take that for the consumer's;
 * messaging has a welcome only for a conversation that is transferred to the bot, and tells what was said last.
 */
export function welcomePayload(lastConsumerMessage: string, place: Place): Payload {
  if (!place.isChat) {
    const last = lastConsumerMessage !== "" && { lastConsumerMessage };
    const lpEvent = { type: "ContentEvent", content: "welcome", ...last };
    const context = { lpEvent, lpSdes: attributesOf(place) };
    return { message: "", convId: place.conversationId, context };
  }
  const opening = { by: "info", source: "system", sequenceId: 0, isWelcomeEvent: true };
  const line = changed(textPayload("You are now chatting with bankbot.", place), opening);
  return { ...line, message: "", event: { name: "WELCOME" } };
}
