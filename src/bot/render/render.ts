import type { Answer, Block, Intent, OpenChoices } from "../../answer/answer.ts";
import type { Channel } from "../../liveperson/channel.ts";
import type { Classification, Message, Reply } from "../../liveperson/reply.ts";
import type { Settings } from "../settings.ts";
import { actionOf, type MissingSkill } from "./action.ts";
import { card } from "./card.ts";
import { carousel } from "./carousel.ts";
import { Draft } from "./draft.ts";
import { nativeContent } from "./native.ts";
import { quickReplies } from "./quick-replies.ts";

/** What an answer comes to in LivePerson's terms. */
export type Rendering = {
  reply: Reply;
  /** The reply as JSON. */
  written: string;
  /** What may be chosen next. */
  open: OpenChoices;
  /** What had to be changed or left out on the way. */
  remarks: string[];
  /** The turn has to fail with it instead of replying. */
  failure?: MissingSkill;
};

/** The settings that rendering depends on. */
export type RenderSettings = Pick<
  Settings,
  "TRANSFER_SKILL" | "ALLOW_HTML" | "CHOOSE_MESSAGE" | "LIST_MESSAGE"
>;

/**
 * Puts an answer into LivePerson's terms, as well as its channel can show it. Every body is checked before it leaves;
 * one that does not pass falls a step: a carousel to cards, a card to text with its links, choices to a numbered list.
 *
 * @throws when an author nested something so deep that it cannot be written as JSON, which the platform would find later
 */
export function render(answer: Answer, channel: Channel, settings: RenderSettings): Rendering {
  const draft = new Draft(channel, settings);
  const messages = answer.blocks.flatMap((block) => messagesOf(block, draft));
  const { action, remark, failure } = actionOf(answer.outcome, channel, settings.TRANSFER_SKILL);
  const encodedMetadata = channel === "chat" ? undefined : metadataOfTexts(answer.blocks);
  const reply: Reply = {
    messages: messages.length === 0 && action.action === undefined ? SAY_NOTHING : messages,
    context: {
      ...classified(answer.intent),
      ...(encodedMetadata !== undefined && { encodedMetadata }),
      ...action,
    },
  };
  const written = JSON.stringify(reply);
  if (remark !== undefined) draft.remarks.push(remark);
  return { reply, written, open: draft.open, remarks: draft.remarks, ...(failure && { failure }) };
}

/** The first that a text brings: a plain message has no room for its own. */
function metadataOfTexts(blocks: readonly Block[]): string | undefined {
  return blocks.flatMap((block) => (block.kind === "text" && block.encodedMetadata) || [])[0];
}

/** What every reply says of its intent. */
export function classified({ id, name, score }: Intent): Classification {
  return { intentId: id, intentName: name, confidenceScore: score };
}

/** The documented answer of a bot that has nothing to say; an empty reply would escalate. */
export const SAY_NOTHING: Message[] = [{ delay: 1 }];

function messagesOf(block: Block, draft: Draft): Message[] {
  switch (block.kind) {
    case "text":
      return draft.texts(block.text);
    case "pause":
      return [{ delay: block.seconds, ...(block.typing !== undefined && { typing: block.typing }) }];
    case "note":
      if (draft.channel !== "chat") return [{ text: block.text, messageAudience: "AGENTS_AND_MANAGERS" }];
      draft.remarks.push("a private text is for messaging only and was left out on chat");
      return [];
    case "choices":
      return quickReplies(block, draft);
    case "card":
      return card(block.card, draft);
    case "carousel":
      return carousel(block.cards, draft);
    case "native":
      return nativeContent(block, draft);
  }
}
