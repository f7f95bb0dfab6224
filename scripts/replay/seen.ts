import { contentAsText } from "../../src/answer/content-as-text.ts";
import { isJsonObject, type JsonObject } from "../../src/runtime/tolerant.ts";
import type { OUTCOMES } from "../conversations/expectation.ts";
import { fromJson } from "../kit/json.ts";
import type { Invocation } from "../stand-ins/functions/load-function.ts";

/** What a turn came to, in the terms of expectations. */
export type Seen = {
  text: string[];
  public: string[];
  choices: string[];
  card: string[];
  carousel: string[];
  private: string[];
  intent: string;
  score: number;
  outcome: (typeof OUTCOMES)[number];
  skill: string;
  /** `""` for none. */
  fault: string;
  /** What the log warns of beside faults, one by one. */
  remarks: string[];
  queries: number;
  milliseconds: number;
  /** What the agent reads who asked for it; `""` for a consumer's turn. */
  told: string;
};

/** A reply of the bot as far as it is looked at here; the connector's stand-in has checked its form. */
type Reply = {
  messages: Array<string | { text?: string; structuredContent?: JsonObject }>;
  context: {
    intentId: string;
    confidenceScore: number;
    action?: string;
    actionParameters?: { skill?: string };
    structuredContent?: JsonObject;
    metadata?: Array<{ channel?: string }>;
  };
};

const NOTHING = { text: [], public: [], choices: [], card: [], carousel: [], private: [] };

/** What came of a turn of the consumer. */
export function seenOf({ result, error, logs, milliseconds }: Invocation, isTaken: boolean): Seen {
  const { fault = "", queries = 0 } = lineOf(logs);
  const rest = { fault, queries, milliseconds, remarks: remarksOf(logs), told: "" };
  if (error || !isTaken) {
    const outcome = "failed" as const;
    return { ...structuredClone(NOTHING), intent: "", score: 0, outcome, skill: "", ...rest };
  }
  const { messages, context } = result as Reply;
  const single = context.structuredContent;
  const isPublic = context.metadata?.some(({ channel }) => channel === "Public") === true;
  const contents: JsonObject[] = [...messages.flatMap(contentOf), ...(single && !isPublic ? [single] : [])];
  return {
    text: messages.flatMap(textOf),
    public: single && isPublic ? contentAsText(single).lines : [],
    choices: contents.flatMap(choicesOf),
    card: contents.filter((content) => !isCarousel(content) && !isQuestion(content)).map(titleOf),
    carousel: contents.filter(isCarousel).flatMap(({ elements }) => listOf(elements).map(titleOf)),
    private: messages.flatMap((message) => (typeof message === "string" ? [] : (message.text ?? []))),
    intent: context.intentId,
    score: context.confidenceScore,
    outcome: outcomeOf(context.action),
    skill: context.actionParameters?.skill ?? "",
    ...rest,
  };
}

/** What came of an agent's command. */
export function seenOfCommand({ result, error, logs, milliseconds }: Invocation): Seen {
  const { fault = "", queries = 0, intent = "", score = 0 } = lineOf(logs);
  return {
    ...structuredClone(NOTHING),
    ...{ intent, score, fault, queries, milliseconds, skill: "" },
    outcome: error ? "failed" : "continue",
    remarks: remarksOf(logs),
    told: error ? error.message : String(result),
  };
}

/** The line that the function leaves in its log. */
type Line = { fault?: string; queries?: number; intent?: string; score?: number };

function lineOf(logs: Invocation["logs"]): Line {
  const written = logs
    .flatMap(({ text }) => /^\[clinc\] (?:turn|command) (.*)$/s.exec(text)?.[1] ?? [])
    .at(-1);
  return (fromJson(written ?? "{}") ?? {}) as Line;
}

/** A fault begins with its reason, such as `context_unavailable`; of all else an author or the file is the cause. */
const FAULT = /^(throttled|[a-z]+(_[a-z]+)+): /;

/** A log has room for few entries, so that one holds several. */
function remarksOf(logs: Invocation["logs"]): string[] {
  return logs
    .filter(({ level }) => level !== "info")
    .flatMap(({ text }) => text.replace(/^\[clinc\] /, "").split(" | "))
    .filter((remark) => !FAULT.test(remark));
}

function outcomeOf(action: string | undefined): Seen["outcome"] {
  if (action === undefined) return "continue";
  return action === "CLOSE_CONVERSATION" ? "close" : (action.toLowerCase() as Seen["outcome"]);
}

type Message = Reply["messages"][number];

function contentOf(message: Message): JsonObject[] {
  if (typeof message === "string" || message.structuredContent === undefined) return [];
  return [message.structuredContent];
}

function textOf(message: Message): string[] {
  if (typeof message === "string") return [message];
  return contentOf(message)
    .filter(isQuestion)
    .map(({ message: question }) => String(question));
}

function isQuestion(content: JsonObject): boolean {
  return "quickReplies" in content;
}

function isCarousel({ type }: JsonObject): boolean {
  return type === "carousel";
}

function choicesOf({ quickReplies }: JsonObject): string[] {
  const { replies } = isJsonObject(quickReplies) ? quickReplies : {};
  return listOf(replies).map(({ title }) => String(title));
}

/** The first text of a card; of a picture alone what describes it. */
function titleOf(card: JsonObject): string {
  const { lines, choices } = contentAsText(card);
  return firstText(card) ?? lines[0] ?? choices[0]?.title ?? "";
}

function firstText({ type, text, elements }: JsonObject): string | undefined {
  if (type === "text" && typeof text === "string") return text;
  return listOf(elements)
    .map(firstText)
    .find((found) => found !== undefined);
}

function listOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}
