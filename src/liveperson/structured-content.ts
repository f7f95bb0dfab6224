import { isBlank } from "../runtime/characters.ts";
import { isLonger } from "../runtime/graphemes.ts";
import { loggableId } from "../runtime/log.ts";
import { isJsonObject, type JsonObject } from "../runtime/tolerant.ts";
import { checkBody, checkButton, firstProblem, type Problem } from "./catalogue.ts";
import type { Profile } from "./profiles.ts";
import { shapeOf } from "./shapes.ts";

/** LivePerson's public API refuses structured content beyond this many bytes. */
const MOST_BYTES = 15_000;

/**
 * Checks structured content for a channel: a body, or `{message, quickReplies}`.
 *
 * @returns the first problem, naming field and rule, or `undefined` when LivePerson would take it
 */
export function checkContent(content: JsonObject, profile: Profile): Problem | undefined {
  const problem =
    "quickReplies" in content ? checkQuickReplies(content, profile) : checkCard(content, profile);
  return (
    problem ||
    (bytes(content) > MOST_BYTES ? `structuredContent is longer than ${MOST_BYTES} bytes` : undefined)
  );
}

function checkCard(body: JsonObject, profile: Profile): Problem | undefined {
  if (!profile.native) return "this channel shows no structured content";
  const problem = checkBody(body, profile);
  if (problem !== undefined || !profile.shapes) return problem;
  const shape = shapeOf(body);
  if (!profile.shapes.test(shape) && !profile.shapes.test(shape.replace(/U/g, "B")))
    return "structuredContent has not the shape of a card on this channel";
  if (profile.bareTemplates?.test(String(body.tag))) return checkBare(body);
  return profile.cards?.form === "plain" ? undefined : checkLimits(body, profile, body);
}

/** A template of Apple's whose frames hold nothing but their elements. */
function checkBare({ type, tag, elements, ...others }: JsonObject): Problem | undefined {
  const [unknown] = Object.keys(others);
  if (unknown !== undefined)
    return `${type}.${loggableId(unknown)} is not known in a template of this channel`;
  const frames = (elements as JsonObject[]).filter((element) => Array.isArray(element.elements));
  return firstProblem(frames, checkBare);
}

/**
 * What a template may hold besides its shape.
 *
 * @param isLone whether the texts have the room of a card without image and title: Facebook's button template, or a LINE
 * card that begins with its subtitle
 */
function checkLimits(
  element: JsonObject,
  profile: Profile,
  body: JsonObject,
  isLone = false,
): Problem | undefined {
  const { cards } = profile;
  if (!cards) return undefined;
  const { type, tag, elements, alt } = element;
  if (Array.isArray(elements)) {
    const unknown = Object.keys(element).find(
      (name) => !FRAME_KEYS.includes(name) && !(name === "display" && cards.needsAltAndSubtitle),
    );
    if (unknown !== undefined) return `${type}.${unknown} is not known on this channel`;
    if (cards.needsAltAndSubtitle && element === body && !alt) return "structuredContent.alt is missing";
    if (isLong(alt, LONGEST_ALT)) return `${type}.alt is longer than ${LONGEST_ALT} characters`;
    const isLoneHere = isLone || (tag !== undefined && /:button\(|\(S/.test(shapeOf(element)));
    return firstProblem(elements, (child) => checkLimits(child, profile, body, isLoneHere));
  }
  const texts = isLone && cards.loneText ? cards.loneText : tag === "title" ? cards.title : cards.subtitle;
  const longest = {
    text: tag === "footer" ? LONGEST_FOOTER : texts,
    button: cards.buttonTitle,
    image: cards.image,
  };
  const most = longest[type as keyof typeof longest];
  if (most !== undefined && isLong(element.text ?? element.title ?? element.url, most)) {
    return `a ${type} is longer than ${most} characters`;
  }
  if (cards.onlyOneAction && element.style !== undefined)
    return `a ${type} must have no style on this channel`;
  return type === "button" ? checkClick(element, profile) : undefined;
}

/** The validator's schema for LINE, which asks for an `alt`; those that ignore it take 2,000. */
export const LONGEST_ALT = 1500;

/** The validator's schema for WhatsApp; no other channel's shape has a footer. */
const LONGEST_FOOTER = 60;

const FRAME_KEYS = ["type", "tag", "alt", "elements", "padding"];

function checkClick(button: JsonObject, { cards, quickReplies }: Profile): Problem | undefined {
  const { actions } = isJsonObject(button.click) ? button.click : {};
  if (!Array.isArray(actions)) return "a button without actions";
  const wrong = actions.find(
    ({ type, text = "" }) => !cards?.actions.test(type) || isLong(text, cards?.publishText ?? 0),
  );
  if (wrong) return `a button's ${wrong.type} is not allowed on this channel, or too long`;
  if (cards?.onlyOneAction && actions.length > 1) return "a button must have one action";
  return quickReplies?.isBare && !isBare(button)
    ? "a button must have type, title and click with actions only"
    : undefined;
}

/** Whether a button has nothing that WhatsApp refuses: no tooltip and no metadata. */
function isBare({ type, title, click, ...others }: JsonObject): boolean {
  return Object.keys(others).length === 0 && (click as JsonObject).metadata === undefined;
}

function checkQuickReplies(
  { message, quickReplies, ...others }: JsonObject,
  profile: Profile,
): Problem | undefined {
  const rules = profile.quickReplies;
  if (!rules) return "this channel has no quick replies";
  if (typeof message !== "string" || isBlank(message)) return "quickReplies need a message beside them";
  if (isLong(message, profile.text))
    return `the message of quickReplies is longer than ${profile.text} characters`;
  const [other] = Object.keys(others);
  if (other !== undefined) return `structuredContent.${loggableId(other)} is not known beside quickReplies`;
  const { type, itemsPerRow, replies, ...unknown } = isJsonObject(quickReplies) ? quickReplies : {};
  if (type !== "quickReplies" || Object.keys(unknown).length > 0)
    return "quickReplies must have type, itemsPerRow and replies only";
  const perRow = itemsPerRow as number;
  if (!Number.isInteger(perRow) || perRow < 1 || perRow > 8) return "quickReplies.itemsPerRow must be 1 to 8";
  if (!Array.isArray(replies) || replies.length < 1 || replies.length > rules.most) {
    return `quickReplies.replies must be a list of 1 to ${rules.most}`;
  }
  return firstProblem(replies, (reply, index) => {
    const at = `quickReplies.replies[${index}]`;
    return checkButton(reply, profile, at) || checkReply(reply, rules, at);
  });
}

function checkReply(
  reply: JsonObject,
  rules: NonNullable<Profile["quickReplies"]>,
  at: string,
): Problem | undefined {
  if (isLong(reply.title, rules.title)) return `${at}.title is longer than ${rules.title} characters`;
  const { actions = [] } = isJsonObject(reply.click) ? reply.click : {};
  const [only, ...more] = actions as JsonObject[];
  if (rules.onlyPublishText && (only?.type !== "publishText" || more.length > 0))
    return `${at} must publish one text`;
  if (only?.type === "publishText" && isLong(only.text, rules.publishText))
    return `${at} publishes a text that is too long`;
  return rules.isBare && !isBare(reply) ? `${at} must have neither tooltip nor metadata` : undefined;
}

/** Metadata is a list of plain objects; ids of clicks are at most 64 characters. */
export function checkMetadata(metadata: readonly JsonObject[]): Problem | undefined {
  const long = metadata.some(
    ({ type, id }) => type === "ExternalId" && (typeof id !== "string" || isLong(id, 64)),
  );
  return long ? "metadata: an ExternalId needs an id of at most 64 characters" : undefined;
}

function isLong(text: unknown, most: number): boolean {
  return typeof text === "string" && isLonger(text, most);
}

/** Infinite for what cannot be written at all: metadata may be nested as deep as its author likes. */
function bytes(content: JsonObject): number {
  try {
    return Buffer.byteLength(JSON.stringify(content));
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
