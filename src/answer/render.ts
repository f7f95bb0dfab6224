import type { Origin } from "../liveperson/consumer-turn.ts";
import type { Action, Message, Reply } from "../liveperson/reply.ts";
import { isJsonObject } from "../runtime/tolerant.ts";
import type { Answer, Block, Outcome } from "./answer.ts";

/** A reply, and what had to be changed or left out on the way. */
export type Rendering = { reply: Reply; remarks: string[] };

/**
 * Puts an answer into LivePerson's terms.
 *
 * @throws {MissingSkill} for a transfer that names no skill
 */
export function render(answer: Answer, origin: Origin, transferSkill: string): Rendering {
  const remarks: string[] = [];
  const messages = answer.blocks.flatMap((block) => messagesOf(block, origin, remarks));
  const action = actionOf(answer.outcome, origin, transferSkill, remarks);
  const encodedMetadata = origin.isChat
    ? undefined
    : answer.blocks.map(textMetadata).find((encoded) => encoded);
  return {
    reply: {
      messages: messages.length === 0 && action.action === undefined ? SAY_NOTHING : messages,
      context: {
        intentId: answer.intent.id,
        intentName: answer.intent.name,
        confidenceScore: answer.intent.score,
        ...(encodedMetadata !== undefined && { encodedMetadata }),
        ...action,
      },
    },
    remarks,
  };
}

/** The documented answer of a bot that has nothing to say; an empty reply would escalate. */
const SAY_NOTHING: Message[] = [{ delay: 1 }];

function messagesOf(block: Block, origin: Origin, remarks: string[]): Message[] {
  switch (block.kind) {
    case "text":
      return [block.text];
    case "pause":
      return [{ delay: block.seconds, ...(block.typing !== undefined && { typing: block.typing }) }];
    case "note":
      if (!origin.isChat) return [{ text: block.text, messageAudience: "AGENTS_AND_MANAGERS" }];
      remarks.push("a private text is for messaging only and was left out on chat");
      return [];
    case "native":
      if (origin.isChat && "quickReplies" in block.content) return [choicesAsText(block)];
      return [nativeMessage(block, origin)];
  }
}

function nativeMessage(
  { content, metadata, encodedMetadata }: Block & { kind: "native" },
  { isChat }: Origin,
): Message {
  return {
    structuredContent: content,
    ...(metadata && { metadata }),
    ...(encodedMetadata && !isChat && { encodedMetadata }),
  };
}

/** Quick replies make the whole turn fail on chat: there the consumer types one of their titles. */
function choicesAsText({ content }: Block & { kind: "native" }): string {
  const { quickReplies, message } = content;
  const replies =
    isJsonObject(quickReplies) && Array.isArray(quickReplies.replies) ? quickReplies.replies : [];
  const titles = replies
    .map((reply) => (isJsonObject(reply) ? String(reply.title ?? "") : ""))
    .filter(Boolean);
  const list = titles.map((title, index) => `${index + 1}. ${title}`);
  return [String(message ?? ""), "Please answer with one of these:", ...list].filter(Boolean).join("\n");
}

function textMetadata(block: Block): string | undefined {
  return block.kind === "text" ? block.encodedMetadata : undefined;
}

function actionOf(outcome: Outcome, origin: Origin, transferSkill: string, remarks: string[]): Action {
  switch (outcome.kind) {
    case "continue":
      return {};
    case "close":
      return {
        action: "CLOSE_CONVERSATION",
        ...(outcome.withoutSurvey && { actionParameters: { withoutPcs: true } }),
      };
    case "transfer": {
      const skill = outcome.skill || transferSkill;
      if (skill === "") throw new MissingSkill();
      return {
        action: "TRANSFER",
        actionParameters: { skill, ...(outcome.agentId && { agentId: outcome.agentId }) },
      };
    }
    case "native":
      if (outcome.action === "CHANGE_TTR" && origin.isChat) {
        remarks.push("CHANGE_TTR is for messaging only and was left out on chat");
        return {};
      }
      return { action: outcome.action, actionParameters: outcome.parameters };
  }
}

/**
 * One of the two failures on purpose: LivePerson's connector answers a failed function with the escalation that is
 * configured for the bot, which is the only transfer there is without the name of a skill.
 *
 * @see https://developers.liveperson.com/third-party-bots-bot-conversation-errors.html
 */
export class MissingSkill extends Error {
  override readonly name = "MissingSkill";

  constructor() {
    super(
      "A transfer needs a skill: set the environment variable TRANSFER_SKILL to the name of a LivePerson skill (or name " +
        "one in the author's TRANSFER). Until then LivePerson escalates as the bot is configured to, without Clinc's words.",
    );
  }
}
