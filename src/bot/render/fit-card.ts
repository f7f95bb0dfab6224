import { type Card, isChoice } from "../../answer/answer.ts";
import { areDistinct, linkAsText } from "../../answer/buttons.ts";
import type { CardRules } from "../../liveperson/profiles.ts";
import { cut } from "../../runtime/graphemes.ts";

/** Cards cut to a channel's measure. */
export type FittedCards = {
  cards: Card[];
  /** What had to be cut, in full. */
  full: string[];
  /** Two buttons look the same, by the author's will or by the cut. */
  isAmbiguous: boolean;
};

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
  const [second, third] =
    rules.form === "plain" ? [card.subtitle, text] : [[card.subtitle, text].filter(Boolean).join("\n"), ""];
  const title = fitted(card.title, rules.title);
  const sized = {
    ...card,
    title,
    subtitle: fitted(second, rules.subtitle),
    text: fitted(third, rules.subtitle),
  };
  const cards: Card[] = [{ ...sized, buttons: buttons.slice(0, rules.buttons) }];
  for (let next = rules.buttons; next < buttons.length; next += rules.buttons) {
    cards.push({ title, subtitle: "", text: "", buttons: buttons.slice(next, next + rules.buttons) });
  }
  return { cards, full, isAmbiguous: !areDistinct(buttons.map(({ title }) => title)) };
}
