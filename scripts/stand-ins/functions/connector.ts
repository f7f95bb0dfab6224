import * as z from "zod";

/**
 * The part of LivePerson's third-party bot connector that takes a reply: it refuses what the connector refuses, and
 * tells what consumer and agent get to see and what happens to the conversation.
 *
 * @see https://developers.liveperson.com/third-party-bots-bot-conversation-errors.html
 */
export type Delivery = {
  /** What the consumer sees, a line or more for each message. */
  consumer: string[];
  /** What everybody sees, below a post on a social network. */
  inPublic: string[];
  /** What only the agent sees. */
  agent: string[];
  /** The bot's turn in the Agent Escalation Summary. */
  classification: string;
  /** What LivePerson is told to do; `""` for nothing. */
  action: string;
  /** Why LivePerson would refuse the reply; empty for a valid one. */
  problems: string[];
};

const action = z.discriminatedUnion("action", [
  z.object({
    action: z.literal("TRANSFER"),
    actionParameters: z.strictObject({ skill: z.string().min(1), agentId: z.string().min(1).optional() }),
  }),
  z.object({
    action: z.literal("CLOSE_CONVERSATION"),
    actionParameters: z.strictObject({ withoutPcs: z.boolean() }).optional(),
  }),
  z.object({
    action: z.literal("INVOCATION"),
    actionParameters: z.strictObject({
      lambdaUuid: z.string().min(1),
      payload: z.record(z.string(), z.unknown()),
      failOnError: z.boolean(),
    }),
  }),
  z.object({
    action: z.literal("CHANGE_TTR"),
    actionParameters: z.strictObject({
      ttrType: z.enum(["URGENT", "NORMAL", "PRIORITIZED", "CUSTOM"]),
      value: z.string().optional(),
    }),
  }),
]);

const metadata = z.array(z.record(z.string(), z.unknown()));
const encodedMetadata = z.base64().max(5_000);

const message = z.union([
  z.string().refine((text) => text.trim() !== "", "a blank message"),
  z.strictObject({ delay: z.int().min(1), typing: z.boolean().optional() }),
  z.strictObject({ text: z.string().min(1), messageAudience: z.literal("AGENTS_AND_MANAGERS") }),
  z.strictObject({
    structuredContent: z
      .record(z.string(), z.unknown())
      .refine((content) => JSON.stringify(content).length > 2, "empty"),
    metadata: metadata.optional(),
    encodedMetadata: encodedMetadata.optional(),
  }),
]);

const reply = z.strictObject({
  messages: z.array(message),
  context: z.strictObject({
    intentId: z.string().min(1).max(256).regex(/^\S+$/, "white space"),
    intentName: z.string().min(1).max(256),
    confidenceScore: z.number().min(0).max(1),
    encodedMetadata: encodedMetadata.optional(),
    structuredContent: z.record(z.string(), z.unknown()).optional(),
    metadata: metadata.optional(),
    action: z.string().optional(),
    actionParameters: z.unknown().optional(),
  }),
});

/** Takes a function's result as the connector does. */
export function deliver(result: unknown, isChat: boolean): Delivery {
  const read = reply.safeParse(result);
  if (!read.success) {
    const problems = read.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    return { consumer: [], inPublic: [], agent: [], classification: "", action: "", problems };
  }
  const { messages, context } = read.data;
  const delivery: Delivery = {
    consumer: [],
    inPublic: [],
    agent: [],
    classification: `${context.intentName} (${context.intentId}) ${context.confidenceScore.toFixed(2)}`,
    action:
      context.action === undefined
        ? ""
        : `${context.action} ${JSON.stringify(context.actionParameters ?? {})}`,
    problems: [],
  };
  const { structuredContent: single } = context;
  if (messages.length === 0 && context.action === undefined && single === undefined)
    delivery.problems.push("neither messages nor an action");
  if (context.action !== undefined) {
    const judged = action.safeParse({ action: context.action, actionParameters: context.actionParameters });
    for (const issue of judged.error?.issues ?? [])
      delivery.problems.push(`context.${issue.path.join(".")}: ${issue.message}`);
  } else if (context.actionParameters !== undefined) {
    delivery.problems.push("context.actionParameters: without an action");
  }
  for (const entry of messages) {
    if (typeof entry === "string") delivery.consumer.push(entry);
    else if ("text" in entry) {
      delivery.agent.push(entry.text);
      if (isChat) delivery.problems.push("a private text on chat");
    } else if ("delay" in entry)
      delivery.consumer.push(`(waits ${entry.delay} s${entry.typing ? ", typing" : ""})`);
    else {
      delivery.consumer.push(drawn(entry.structuredContent).join("\n"));
      if (isChat && "quickReplies" in entry.structuredContent)
        delivery.problems.push("quick replies on chat");
    }
  }
  if (single === undefined) {
    if (context.metadata !== undefined) delivery.problems.push("context.metadata: without a content");
  } else if (isPublic(context.metadata)) delivery.inPublic.push(posted(single));
  else delivery.consumer.push(drawn(single).join("\n"));
  return delivery;
}

/** The connector of a social network posts what says that it is public; everything else is the consumer's alone. */
function isPublic(metadata: ReadonlyArray<Record<string, unknown>> = []): boolean {
  return metadata.some(({ type, channel }) => type === "SocialMessagingEventData" && channel === "Public");
}

/** A social network shows the texts alone. */
function posted({ elements = [] }: { elements?: unknown }): string {
  return (elements as Array<{ text?: string }>).map(({ text }) => text).join("\n");
}

/** Structured content in a few words, element by element. */
function drawn(content: Record<string, unknown>, indent = ""): string[] {
  const {
    type,
    quickReplies,
    message: text,
    elements,
    title,
    url,
    caption,
    text: words,
    key,
    value,
  } = content;
  if (quickReplies !== undefined) {
    const replies = (quickReplies as { replies?: Array<{ title?: string }> }).replies ?? [];
    return [`${text}`, `${indent}quick replies: ${replies.map((reply) => `( ${reply.title} )`).join(" ")}`];
  }
  if (Array.isArray(elements))
    return [`${indent}${type}:`, ...elements.flatMap((element) => drawn(element, `${indent}  `))];
  if (type === "button" || type === "submitButton") return [`${indent}[ ${title} ]`];
  if (type === "image") return [`${indent}image ${caption ?? url}`];
  return [`${indent}${words ?? title ?? (key === undefined ? type : `${key}: ${value}`)}`];
}
