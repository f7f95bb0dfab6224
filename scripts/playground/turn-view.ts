import { createRequire } from "node:module";
import type { Channel } from "../../src/liveperson/channel.ts";
import { withoutMarkup } from "../../src/liveperson/markup.ts";
import { PROFILES } from "../../src/liveperson/profiles.ts";
import { deliver } from "../stand-ins/functions/connector.ts";
import type { Invocation } from "../stand-ins/functions/load-function.ts";
import type { Ending, MessageView, QuickReplyView, TurnView } from "./view.ts";

/** The renderer's own check; its entry for browsers imports style sheets. */
const { validate } = createRequire(import.meta.url)("json-pollock/dist/json-pollock.min.js") as {
  validate(content: unknown): void;
};

type Reply = {
  messages: unknown[];
  context: {
    intentId: string;
    intentName: string;
    confidenceScore: number;
    action?: string;
    actionParameters?: { skill?: string; withoutPcs?: boolean };
  };
};

/** What each onlooker sees of a turn. */
export function turnView(
  about: Omit<TurnView, "messages" | "classification" | "ending" | "order" | "record">,
  input: unknown,
  { result, error, logs, milliseconds }: Invocation,
  around: Pick<TurnView["record"], "instance" | "exchanges" | "kept">,
  isChat: boolean,
): TurnView {
  const reply = error ? { error: error.message } : result;
  const record = { ...around, input, reply, milliseconds, logs };
  const seen = { ...about, messages: [], order: "", record };
  if (error) return { ...seen, ending: { kind: "escalation", why: error.message } };
  const { problems, action, inPublic } = deliver(result, isChat);
  if (problems.length > 0) return { ...seen, ending: { kind: "escalation", why: problems.join("; ") } };
  const { messages, context } = result as Reply;
  const ending = endingOf(context);
  return {
    ...seen,
    messages: [
      ...messages.map((message) => messageView(message, about.channel.name as Channel)),
      ...inPublic.map((text) => ({ kind: "public", text }) as const),
    ],
    classification: { id: context.intentId, name: context.intentName, score: context.confidenceScore },
    ...(ending ? { ending } : { order: action }),
  };
}

function endingOf({ action, actionParameters }: Reply["context"]): Ending | undefined {
  if (action === "TRANSFER") return { kind: "transfer", skill: actionParameters?.skill ?? "" };
  if (action === "CLOSE_CONVERSATION") return { kind: "close", withSurvey: !actionParameters?.withoutPcs };
  return undefined;
}

function messageView(message: unknown, channel: Channel): MessageView {
  if (typeof message === "string") return { kind: "text", text: message };
  const { text, delay, typing, structuredContent } = message as Record<string, unknown>;
  if (typeof text === "string") return { kind: "private", text };
  if (typeof delay === "number") return { kind: "delay", seconds: delay, typing: typing === true };
  const content = structuredContent as Record<string, unknown>;
  if (content.quickReplies === undefined)
    return { kind: "content", content: forRenderer(content, channel), refusal: refusalOf(content) };
  const { replies } = content.quickReplies as { replies: QuickReplyContent[] };
  return { kind: "quickReplies", text: String(content.message), replies: replies.map(quickReplyView) };
}

/** The renderer takes texts as markup. Where they are texts on the real channel, they have to stay texts here. */
function forRenderer(content: Record<string, unknown>, channel: Channel): Record<string, unknown> {
  return PROFILES[channel].isMarkup ? content : withoutMarkup(content);
}

type QuickReplyContent = {
  title: string;
  click?: { actions?: Array<Record<string, unknown>>; metadata?: unknown[] };
};

function quickReplyView({ title, click }: QuickReplyContent): QuickReplyView {
  return { title, actions: click?.actions ?? [], metadata: click?.metadata ?? [] };
}

function refusalOf(content: unknown): string {
  try {
    validate(content);
    return "";
  } catch (error) {
    return (error as Error).message;
  }
}
