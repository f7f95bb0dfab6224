import { createRequire } from "node:module";
import { Channels, RichContentValidator } from "@livepersoninc/rich-content-validator";
import type { Channel } from "../../src/liveperson/channel.ts";
import type { Message } from "../../src/liveperson/reply.ts";

/**
 * LivePerson's own validators, as judges of what leaves the function. Both are for development only: neither fits into
 * a function, and each has faults of its own, which are excepted here and nowhere else.
 */
type Pollock = { validate(body: unknown): void };
const pollock = createRequire(import.meta.url)("json-pollock/dist/json-pollock.min.js") as Pollock;

/** The validator's name of each channel that it has real schemas for. */
const JUDGED = {
  web: Channels.WEB,
  chat: Channels.WEB,
  unknown: Channels.WEB,
  apple: Channels.ABC,
  facebook: Channels.FB,
  whatsapp: Channels.WA,
  rcs: Channels.RBM,
  line: Channels.LINE,
  viber: Channels.VIBER,
} as const;

const validators = new Map<string, RichContentValidator>();

/** Made when it is needed first: it compiles the schemas of its channel, which takes a while. */
function validatorOf(channel: Channel): RichContentValidator | undefined {
  if (!(channel in JUDGED)) return undefined;
  const name = JUDGED[channel as keyof typeof JUDGED];
  const validator = validators.get(name) ?? new RichContentValidator({ channel: name });
  validators.set(name, validator);
  return validator;
}

/** Properties and elements that the validator's web schema is an older subset without; json-pollock's is current. */
const NEWER_THAN_THE_VALIDATOR =
  /"(class|subtitle|border|scroll|accessibility)":|"type":"(datePicker|scheduleSlotList|tabs|carouselSelect|accordionSelect|list|carousel|linkPreview|template)"/;

/** @returns what LivePerson's validators hold against a message on a channel; empty for a valid one */
export function judge(message: Message, channel: Channel): string[] {
  if (typeof message === "string" || !("structuredContent" in message)) return [];
  const content = structuredClone(message.structuredContent);
  const validator = validatorOf(channel);
  if (!validator) return [`${channel} shows no structured content`];
  if ("quickReplies" in content) return judgeQuickReplies(content.quickReplies, channel, validator);
  return [...judgeByRenderer(content, channel), ...judgeByValidator(content, channel, validator)];
}

function judgeByRenderer(body: unknown, channel: Channel): string[] {
  try {
    pollock.validate(body);
    return [];
  } catch {
    return [`json-pollock refuses the body on ${channel}: ${JSON.stringify(body)}`];
  }
}

/** On the web json-pollock alone decides; Apple's untagged bodies are checked with the validator's old web schema. */
function judgeByValidator(
  body: Record<string, unknown>,
  channel: Channel,
  validator: RichContentValidator,
): string[] {
  if (JUDGED[channel as keyof typeof JUDGED] === Channels.WEB) return [];
  if (channel === "apple" && NEWER_THAN_THE_VALIDATOR.test(JSON.stringify(body))) return [];
  const { valid, errors } = validator.validateBody(structuredClone(body) as never);
  return valid ? [] : [`${channel}: ${JSON.stringify(errors).slice(0, 300)} for ${JSON.stringify(body)}`];
}

/** Apple's entry answers "does not support", although the connector sends them; `itemsPerRow` nobody checks. */
function judgeQuickReplies(
  quickReplies: unknown,
  channel: Channel,
  validator: RichContentValidator,
): string[] {
  const { itemsPerRow } = quickReplies as { itemsPerRow: number };
  const perRow = itemsPerRow >= 1 && itemsPerRow <= 8 ? [] : [`itemsPerRow ${itemsPerRow}`];
  if (channel === "apple") return perRow;
  const { valid, errors } = validator.validateQuickReply(structuredClone(quickReplies) as never);
  const isNewer = channel !== "whatsapp" && NEWER_THAN_THE_VALIDATOR.test(JSON.stringify(quickReplies));
  return valid || isNewer ? perRow : [...perRow, `${channel}: ${JSON.stringify(errors).slice(0, 300)}`];
}
