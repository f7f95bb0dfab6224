import type { Answer, Block, OpenChoices } from "../../answer/answer.ts";
import type { Channel } from "../../liveperson/channel.ts";
import type { Message, Reply } from "../../liveperson/reply.ts";
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

/**
 * Puts an answer into LivePerson's terms, as well as its channel can show it. Every body is checked before it leaves;
 * one that does not pass falls a step: a carousel to cards, a card to text with its links, choices to a numbered list.
 *
 * @throws when an author nested something so deep that it cannot be written as JSON, which the platform would find later
 */
export function render(
  answer: Answer,
  channel: Channel,
  settings: { TRANSFER_SKILL: string; ALLOW_HTML: boolean },
): Rendering {
  const draft = new Draft(channel, {
    ALLOW_HTML: settings.ALLOW_HTML,
    CHOOSE_MESSAGE: PLEASE_CHOOSE,
    LIST_MESSAGE: PLEASE_ANSWER,
  });
  const messages = answer.blocks.flatMap((block) => messagesOf(block, draft));
  const { action, remark, failure } = actionOf(answer.outcome, channel, settings.TRANSFER_SKILL);
  const encodedMetadata = channel === "chat" ? undefined : metadataOfTexts(answer.blocks);
  const reply: Reply = {
    messages: messages.length === 0 && action.action === undefined ? SAY_NOTHING : messages,
    context: {
      intentId: answer.intent.id,
      intentName: answer.intent.name,
      confidenceScore: answer.intent.score,
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

/** The documented answer of a bot that has nothing to say; an empty reply would escalate. */
const SAY_NOTHING: Message[] = [{ delay: 1 }];

const PLEASE_CHOOSE = "Please choose:";
const PLEASE_ANSWER = "Please answer with one of these:";

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
