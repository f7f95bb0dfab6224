import { wellFormed, withoutUnseen } from "../runtime/characters.ts";
import { readAs } from "../runtime/tolerant.ts";
import {
  type BotEvent,
  eventText,
  FILE_SENTINEL,
  type LpEvent,
  RICH_CONTENT_SENTINEL,
  sharedFile,
} from "./event.ts";
import { locationOf, mapIn } from "./location.ts";
import type { Post } from "./post.ts";
import { otherSpeaker } from "./speaker.ts";

/** What the consumer said or did. */
export type Said =
  | { kind: "words"; words: string }
  /** A conversation opens, or comes back from an agent with the consumer's last message. */
  | { kind: "welcome"; lastMessage: string }
  /** A place on the map; which, the turn tells. */
  | { kind: "location" }
  /** Something that Clinc cannot read. */
  | { kind: "unsupported"; what: Shared | "blank" }
  /** Something that everybody can read. What it says is left behind, so that nobody can ask it. */
  | { kind: "public"; post: Post }
  /** Somebody else's message; `told` is the field that names them. */
  | { kind: "not_consumer"; told: string }
  /** No conversation at all: the bot wizard's Test Connection. */
  | { kind: "probe" };

type Shared = "file" | "location" | "rich_content";

/** Where an event takes place, as far as that decides what it is. */
type Place = { isChat: boolean; post: Post | undefined };

/** Reads what an event of a conversation is; the first that fits, in this order. */
export function whatWasSaid({ message, event, context: { lpEvent } }: BotEvent, place: Place): Said {
  const typed = readable(message, readAs(eventText, lpEvent.event.message), lpEvent.text);
  const isOpening = isWelcome(typed, event.name, lpEvent);
  const told = isOpening ? "" : otherSpeaker(lpEvent, place.isChat);
  if (told !== "") return { kind: "not_consumer", told };
  if (place.post?.isPublic) return { kind: "public", post: place.post };
  if (isOpening) return { kind: "welcome", lastMessage: lastMessage(lpEvent) };
  const shared = whatWasShared(typed, lpEvent);
  if (shared === "location" && locationOf(lpEvent)) return { kind: shared };
  const caption = shared === "file" ? readable(readAs(sharedFile, lpEvent.event.message).caption) : "";
  const words = shared ? caption : typed;
  return words === "" ? { kind: "unsupported", what: shared || "blank" } : { kind: "words", words };
}

/** The first text that shows anything, trimmed. */
function readable(...texts: string[]): string {
  return wellFormed(texts.map((text) => text.trim()).find((text) => withoutUnseen(text).trim() !== "") || "");
}

/**
 * Chat opens with `event.name` and `isWelcomeEvent`; messaging has a welcome only for a conversation that is
 * transferred to the bot, and there `content` stands directly in `lpEvent`. What a consumer types stands elsewhere, so
 * that one who types "welcome" has words.
 */
function isWelcome(typed: string, eventName: string, lpEvent: LpEvent): boolean {
  if (eventName.toUpperCase() === "WELCOME" || lpEvent.isWelcomeEvent) return true;
  return lpEvent.content === "welcome" && (typed === "" || typed === "welcome");
}

/** All else that an opening event says ("You are now chatting with …") is the platform's. */
function lastMessage({ lastConsumerMessage }: LpEvent): string {
  const last = readable(lastConsumerMessage);
  return last === FILE_SENTINEL || last === RICH_CONTENT_SENTINEL ? "" : last;
}

/** The sentinels stand in `message`; where there is none, the event tells. */
function whatWasShared(typed: string, { event }: LpEvent): Shared | undefined {
  const { type, contentType, content } = event;
  const isBlank = typed === "";
  if (typed === FILE_SENTINEL || (isBlank && contentType === "hosted/file")) return "file";
  if (typed !== RICH_CONTENT_SENTINEL && !(isBlank && type === "RichContentEvent")) return undefined;
  return mapIn(content) ? "location" : "rich_content";
}
