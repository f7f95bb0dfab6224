import { endsBotTurn } from "../answer/answer.ts";
import { blockAsText } from "../answer/as-text.ts";
import { allNamesOf, intentOf, isNamed, withoutPending } from "../answer/classification.ts";
import { readReply } from "../answer/read.ts";
import type { ClincReply } from "../clinc/reply.ts";
import { isBlank } from "../runtime/characters.ts";

/** What Clinc's reply is to an agent. */
export type Draft = {
  status: "ok" | "low_score" | "out_of_scope" | "refused";
  text?: string;
  intent: string;
  score: number;
};

/** The settings that say what is worth an agent's attention. */
export type DraftSettings = {
  ASSIST_MIN_SCORE: number;
  ASSIST_REFUSED_COMPETENCIES: readonly string[];
  OUT_OF_SCOPE_COMPETENCIES: readonly string[];
};

/**
 * Reads Clinc's reply as a draft of the agent's next message. A transfer or a close is none, by whatever name or action:
 * the agent is there already, and says goodbye alone. What is refused is refused in all of its states, since a question
 * whether to send the money is no better a draft than that it was sent.
 *
 * @throws {Fault} when there is nothing in the reply to show
 */
export function draftOf(reply: ClincReply, settings: DraftSettings): Draft {
  const { id: intent, score } = intentOf(reply);
  const names = allNamesOf(reply).flatMap((name) => [name, withoutPending(name)]);
  if (isNamed(names, settings.OUT_OF_SCOPE_COMPETENCIES)) return { status: "out_of_scope", intent, score };
  const isRefused = isNamed(names, settings.ASSIST_REFUSED_COMPETENCIES);
  const text = isRefused ? "" : textOf(reply, settings);
  if (score < settings.ASSIST_MIN_SCORE) return { status: "low_score", intent, score };
  return text === "" ? { status: "refused", intent, score } : { status: "ok", text, intent, score };
}

/** What is said to the consumer; `""` for nothing, and where the author hands over or closes. */
function textOf(reply: ClincReply, settings: DraftSettings): string {
  const { blocks, authored } = readReply(reply, { ...NOTHING_NAMED, ...settings });
  if (authored.some(endsBotTurn)) return "";
  return blocks
    .filter(({ kind }) => kind !== "note")
    .map((block) => blockAsText(block).trim())
    .filter((words) => !isBlank(words))
    .join("\n\n");
}

/** What the bot would do after a reply is nothing to an agent. */
const NOTHING_NAMED = {
  TRANSFER_COMPETENCIES: [],
  TRANSFER_SKILLS: new Map<string, string>(),
  CLOSE_COMPETENCIES: [],
  CLOSE_WITHOUT_SURVEY: false,
};
