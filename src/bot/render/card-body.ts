import { type Button, type Card, isChoice } from "../../answer/answer.ts";
import type { CardRules } from "../../liveperson/profiles.ts";
import { LONGEST_ALT } from "../../liveperson/structured-content.ts";
import { cut } from "../../runtime/graphemes.ts";
import type { JsonObject } from "../../runtime/tolerant.ts";

/**
 * A card in LivePerson's elements, in the form that the channel's validator takes: `plain`, untagged elements one below
 * the other; else a generic template of image, title, subtitle and buttons, `nested` in an inner frame or `flat`.
 *
 * @see https://github.com/LivePersonInc/json-pollock for the plain form
 * @see https://github.com/LivePersonInc/rich-content-validator for the templates
 */
export function cardBody({ title, subtitle, text, image, buttons }: Card, rules: CardRules): JsonObject {
  const texts = [title, subtitle, text].filter(Boolean);
  const elements = [
    ...(image?.url ? [imageElement(image, rules)] : []),
    ...(rules.form === "plain" ? plainTexts(texts, title !== "") : templateTexts(texts, rules)),
    ...buttons.map(buttonElement),
  ];
  if (rules.form === "plain") return { type: "vertical", elements };
  const frame = { type: "vertical", tag: "generic", ...altOf(texts[0] || image?.alt || buttons[0]?.title) };
  return { ...frame, elements: rules.form === "flat" ? elements : [{ type: "vertical", elements }] };
}

/** Several cards side by side. */
export function carouselBody(cards: readonly Card[], rules: CardRules): JsonObject {
  const titles = cards.map(({ title }) => title).filter(Boolean);
  const frame = rules.form === "plain" ? { padding: 10 } : altOf(titles.join(", "));
  return { type: "carousel", ...frame, elements: cards.map((card) => cardBody(card, rules)) };
}

function plainTexts([first = "", ...rest]: readonly string[], isTitled: boolean): JsonObject[] {
  const bold = isTitled && { style: { bold: true } };
  return first === "" ? [] : [{ ...textElement(first), ...bold }, ...rest.map((text) => textElement(text))];
}

/** Two texts at most; where LINE has only one it must be the subtitle. */
function templateTexts([first, ...rest]: readonly string[], rules: CardRules): JsonObject[] {
  if (first === undefined) return [];
  if (rest.length === 0) return [textElement(first, rules.needsAltAndSubtitle ? "subtitle" : "title")];
  return [textElement(first, "title"), textElement(rest.join("\n"), "subtitle")];
}

/** LINE shows it where it cannot draw; the others ignore it. */
function altOf(text: string | undefined): JsonObject {
  return { alt: cut(text || "…", LONGEST_ALT) };
}

function imageElement({ url, alt }: NonNullable<Card["image"]>, rules: CardRules): JsonObject {
  return { type: "image", url, ...(alt && rules.form !== "flat" && { tooltip: cut(alt, 256) }) };
}

function textElement(text: string, tag?: string): JsonObject {
  return { type: "text", ...(tag && { tag }), text };
}

/** A button; links carry their title as name, which screen readers read. */
export function buttonElement(button: Button) {
  const action = isChoice(button)
    ? { type: "publishText", text: button.say }
    : { type: "link", name: cut(button.title, 256), uri: button.link };
  return { type: "button", title: button.title, click: { actions: [action] } };
}
