import { type Button, type Card, isChoice } from "../../answer/answer.ts";
import { linkAsText } from "../../answer/buttons.ts";
import type { CardRules } from "../../liveperson/profiles.ts";
import { cut } from "../../runtime/graphemes.ts";
import type { JsonObject } from "../../runtime/tolerant.ts";

/** Cards cut to a channel's measure, and what had to be cut in full. */
export type FittedCards = { full: string[]; cards: Card[] };

/**
 * Fits a card into a channel: over-long titles and labels are cut and kept in full, links that the channel has no
 * buttons for join the text, and buttons that are too many go onto further cards of the same title.
 */
export function fitCard(card: Card, rules: CardRules): FittedCards {
  const hasLinks = rules.actions.test("link");
  const lost = hasLinks
    ? []
    : card.buttons.flatMap((button) => (isChoice(button) ? [] : [linkAsText(button)]));
  const kept = card.buttons.filter((button) => hasLinks || isChoice(button));
  const full: string[] = [];
  const fitted = (text: string, most: number) => {
    const short = cut(text, most);
    if (short !== text) full.push(text);
    return short;
  };
  const buttons = kept.map((button) => ({ ...button, title: fitted(button.title, rules.buttonTitle) }));
  const text = [card.text, ...lost].filter(Boolean).join("\n");
  const whole =
    rules.form === "plain"
      ? { title: card.title, subtitle: card.subtitle, text }
      : { title: card.title, subtitle: [card.subtitle, text].filter(Boolean).join("\n"), text: "" };
  const sized = {
    ...card,
    title: fitted(whole.title, rules.title),
    subtitle: fitted(whole.subtitle, rules.subtitle),
    text: fitted(whole.text, rules.subtitle),
  };
  const cards: Card[] = [{ ...sized, buttons: buttons.slice(0, rules.buttons) }];
  for (let next = rules.buttons; next < buttons.length; next += rules.buttons) {
    cards.push({
      title: sized.title,
      subtitle: "",
      text: "",
      buttons: buttons.slice(next, next + rules.buttons),
    });
  }
  return { full, cards };
}

/** A card in LivePerson's elements: untagged ones for the web, a generic template elsewhere. */
export function cardBody({ title, subtitle, text, image, buttons }: Card, rules: CardRules): JsonObject {
  const isPlain = rules.form === "plain";
  const [first, ...rest] = [title, subtitle, text].filter(Boolean);
  const picture = image?.url ? [imageElement(image, rules)] : [];
  if (isPlain) {
    const texts = [
      title && { type: "text", text: title, style: { bold: true } },
      subtitle && textElement(subtitle),
      text && textElement(text),
    ];
    return {
      type: "vertical",
      elements: [...picture, ...texts.filter(Boolean), ...buttons.map((button) => buttonElement(button))],
    };
  }
  const tagged = [
    ...(first && rest.length > 0
      ? [textElement(first, "title"), textElement(rest.join("\n"), "subtitle")]
      : []),
    ...(first && rest.length === 0
      ? [textElement(first, rules.needsAltAndSubtitle ? "subtitle" : "title")]
      : []),
  ];
  const elements = [...picture, ...tagged, ...buttons.map((button) => buttonElement(button))];
  const frame = { type: "vertical", tag: "generic", ...altOf(first ?? image?.alt ?? buttons[0]?.title) };
  return { ...frame, elements: rules.form === "flat" ? elements : [{ type: "vertical", elements }] };
}

/** Several cards side by side. */
export function carouselBody(cards: readonly Card[], rules: CardRules): JsonObject {
  const frame =
    rules.form === "plain"
      ? { padding: 10 }
      : altOf(
          cards
            .map(({ title }) => title)
            .filter(Boolean)
            .join(", "),
        );
  return { type: "carousel", ...frame, elements: cards.map((card) => cardBody(card, rules)) };
}

/** LINE shows it where it cannot draw; the others ignore it. */
function altOf(text: string | undefined): JsonObject {
  return { alt: cut(text || "…", 1500) };
}

function imageElement({ url, alt }: NonNullable<Card["image"]>, rules: CardRules): JsonObject {
  return { type: "image", url, ...(alt && rules.form !== "flat" && { tooltip: cut(alt, 256) }) };
}

function textElement(text: string, tag?: string): JsonObject {
  return { type: "text", ...(tag && { tag }), text };
}

/** A button; links carry their title as name, which screen readers read. */
export function buttonElement(button: Button): JsonObject {
  const action = isChoice(button)
    ? { type: "publishText", text: button.say }
    : { type: "link", name: cut(button.title, 256), uri: button.link };
  return { type: "button", title: button.title, click: { actions: [action] } };
}
