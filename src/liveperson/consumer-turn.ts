import { firstOf, readAs } from "../runtime/tolerant.ts";
import {
  type BotEvent,
  eventText,
  FILE_SENTINEL,
  functionInput,
  type LpEvent,
  type LpSdes,
  mapHolder,
  RICH_CONTENT_SENTINEL,
} from "./event.ts";

/** What the consumer did, and where: all that a turn needs to know of LivePerson's event. */
export type ConsumerTurn = {
  /** `""` on a probe. */
  conversationId: string;
  said: Said;
  /** The event's number in its conversation; `""` where the platform sent none. */
  sequence: string;
  /** The same for the same event delivered again; `""` when a repeat cannot be told. */
  repeatKey: string;
  /** LivePerson's id of the person or browser; `""` when not told. */
  visitorId: string;
  /** The bank's id of an authenticated consumer; `""` when not told. */
  customerId: string;
  /** The first two letters of the consumer's language, small; `""` when not told. */
  language: string;
  origin: Origin;
};

/** What the event tells about the channel; only the web's values are public. */
export type Origin = {
  isChat: boolean;
  integration: string;
  appId: string;
  skillId: string;
  features: readonly string[];
};

/** What the consumer said or did. */
export type Said =
  | { kind: "words"; words: string }
  /** A conversation opens, or comes back from an agent with the consumer's last message. */
  | { kind: "welcome"; lastMessage: string }
  /** Something that Clinc cannot read. */
  | { kind: "unsupported"; what: "file" | "location" | "rich_content" | "blank" }
  /** No conversation at all: the bot wizard's Test Connection. */
  | { kind: "probe" };

/** Reads whatever the platform passes to the function. Never throws. */
export function parseEvent(input: unknown): ConsumerTurn {
  const { payload } = readAs(functionInput, input);
  const { lpEvent, lpSdes } = payload.context;
  const { visitor } = lpEvent.conversationContext;
  const { customerInfo } = lpSdes.authenticatedSdes;
  const conversationId = firstOf(
    payload.convId,
    lpEvent.conversationId,
    lpEvent.chatSessionKey,
    lpEvent.dialogId,
  );
  const said: Said = conversationId === "" ? { kind: "probe" } : whatWasSaid(payload);
  const sequence = lpEvent.sequence || lpEvent.sequenceId;
  return {
    conversationId,
    said,
    sequence,
    repeatKey: sequence && JSON.stringify([lpEvent.dialogId, said, sequence]),
    visitorId: firstOf(visitor.consumerId, lpEvent.originatorId, visitor.sharkVisitorId),
    customerId: firstOf(customerInfo.customerInfo.customerId, customerInfo.customerId),
    language: languageOf(visitor.language, lpSdes),
    origin: {
      isChat: isChat(conversationId, lpEvent),
      integration: lpEvent.originatorClientProperties.integration,
      appId: lpEvent.originatorClientProperties.appId,
      features: lpEvent.originatorClientProperties.features,
      skillId: lpEvent.conversationContext.skillId,
    },
  };
}

function whatWasSaid({ message, event, context: { lpEvent } }: BotEvent): Said {
  const words = firstOf(message, readAs(eventText, lpEvent.event.message), lpEvent.text);
  const what = unreadable(words, lpEvent);
  if (isWelcome(words, event.name, lpEvent)) {
    const last = firstOf(lpEvent.lastConsumerMessage, words);
    return { kind: "welcome", lastMessage: unreadable(last, lpEvent) ? "" : last };
  }
  return what ? { kind: "unsupported", what } : { kind: "words", words };
}

/**
 * Chat opens with `event.name` and `isWelcomeEvent`; messaging has a welcome only for a conversation that is
 * transferred to the bot, and there `content` stands directly in `lpEvent`. A consumer who types "welcome" has words.
 */
function isWelcome(words: string, eventName: string, lpEvent: LpEvent): boolean {
  if (eventName.toUpperCase() === "WELCOME" || lpEvent.isWelcomeEvent) return true;
  return words === "" && lpEvent.content === "welcome";
}

function unreadable(
  words: string,
  lpEvent: LpEvent,
): "file" | "location" | "rich_content" | "blank" | undefined {
  const { type, contentType, content } = lpEvent.event;
  if (words === FILE_SENTINEL) return "file";
  if (words === RICH_CONTENT_SENTINEL) return holdsMap(content) ? "location" : "rich_content";
  if (words !== "") return undefined;
  if (contentType === "hosted/file") return "file";
  return type === "RichContentEvent" ? (holdsMap(content) ? "location" : "rich_content") : "blank";
}

/** A location is a map, alone or in a card. History APIs send the content as a string of JSON, the event as object. */
function holdsMap(content: unknown): boolean {
  if (typeof content === "string") return /"type"\s*:\s*"map"/.test(content);
  const { type, elements } = readAs(mapHolder, content);
  return type === "map" || elements.some((element) => element.type === "map");
}

function isChat(conversationId: string, lpEvent: LpEvent): boolean {
  const { type } = lpEvent.conversationContext;
  if (type === "CHAT" || type === "MESSAGING") return type === "CHAT";
  return lpEvent["@type"] === "line" || /^H\d+-/.test(conversationId);
}

/** The browser or the app tells it, `en-US` and the like, else the attributes that the bank's pages set. */
function languageOf(ofVisitor: string, { authenticatedSdes, unauthenticatedSdes }: LpSdes): string {
  const { personalInfo, authenticatedPersonalInfo } = authenticatedSdes;
  const attributes = [personalInfo, authenticatedPersonalInfo, unauthenticatedSdes.personalInfo];
  const told = [ofVisitor, ...attributes.flatMap((info) => [info.personalInfo.language, info.language])];
  const codes = told.map((language) => /^\s*[a-z]{2}/i.exec(language)?.[0]);
  return (codes.find(Boolean) ?? "").trim().toLowerCase();
}
