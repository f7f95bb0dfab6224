import { list, readAs, record, text } from "../runtime/tolerant.ts";
import type { LpEvent } from "./event.ts";
import type { ReplyContext } from "./reply.ts";

/** Where on a social network something was written; `""` for what the event does not tell. */
export type Post = {
  /** Everybody can read it. */
  isPublic: boolean;
  network: string;
  /** What a public answer hangs on. */
  replyToId: string;
  /** The private chat of the same conversation. */
  dmChatId: string;
};

/** A post of which nothing is known but that it is public. */
export const SOME_POST: Post = { isPublic: true, network: "", replyToId: "", dmChatId: "" };

const SOCIAL = "SocialMessagingEventData";

const socialData = record({
  type: text,
  channel: text,
  replyToId: text,
  event: record({ source: text }),
  conversationState: record({ dmChatId: text }),
});

/**
 * Reads where on a social network an event was written. Anything but exactly `Private` is public: a mistake the other
 * way would show an account to everybody.
 *
 * @returns `undefined` where the event does not say, as everywhere else
 * @see https://developers.liveperson.com/messaging-agent-sdk-conversation-metadata-guide.html
 * @example
 * [{ "type": "SocialMessagingEventData", "channel": "Public", "replyToId": "1075_1510",
 *   "event": { "source": "Facebook", "type": "CP" }, "conversationState": { "currentChannel": "Public", "dmChatId": "1072" } }]
 */
export function postOf({ metadata }: LpEvent): Post | undefined {
  const entries = readAs(list(socialData), Array.isArray(metadata) ? metadata : [metadata]);
  const social = entries.filter(({ type }) => type === SOCIAL);
  const isPrivate = social.every(({ channel }) => channel === "Private");
  const told = social.find(({ channel }) => isPrivate || channel !== "Private");
  return (
    told && {
      isPublic: !isPrivate,
      network: told.event.source,
      replyToId: told.replyToId,
      dmChatId: told.conversationState.dmChatId,
    }
  );
}

/** The kind of event that an answer is on each network; Instagram has none. */
const ANSWERS = new Map([
  ["Facebook", { type: "CC" }],
  ["Twitter", { type: "Reply" }],
  ["Instagram", {}],
]);

/** LivePerson's validator takes no longer ids. */
const LONGEST_REPLY_TO_ID = 256;
const LONGEST_CHAT_ID = 64;

/** Whether it is known how LivePerson wants an answer to this post. */
export function isAnswerable({ network, replyToId }: Post): boolean {
  return ANSWERS.has(network) && replyToId !== "" && replyToId.length <= LONGEST_REPLY_TO_ID;
}

/**
 * A text as public answer to a post, in the one form that LivePerson documents: the single content of the context.
 *
 * @param post one that {@link isAnswerable}
 * @see https://developers.liveperson.com/third-party-bots-liveperson-functions-advanced-features.html
 */
export function publicAnswer(
  text: string,
  { network, replyToId, dmChatId }: Post,
): Pick<ReplyContext, "structuredContent" | "metadata"> {
  const chat = dmChatId !== "" && dmChatId.length <= LONGEST_CHAT_ID && { dmChatId };
  return {
    structuredContent: { type: "vertical", elements: [{ type: "text", text, alt: "sm-piggyback" }] },
    metadata: [
      {
        type: SOCIAL,
        channel: "Public",
        replyToId,
        event: { source: network, ...ANSWERS.get(network) },
        conversationState: { currentChannel: "Public", ...chat },
      },
    ],
  };
}
