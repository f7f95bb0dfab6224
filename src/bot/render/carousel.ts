import { type Card, type Choice, isChoice } from "../../answer/answer.ts";
import { cardAsText } from "../../answer/as-text.ts";
import { lookOf, once, repeatedLooks } from "../../answer/buttons.ts";
import type { Message } from "../../liveperson/reply.ts";
import { checkContent } from "../../liveperson/structured-content.ts";
import { oneLine } from "../../runtime/characters.ts";
import { cut } from "../../runtime/graphemes.ts";
import { drawnCard } from "./card.ts";
import { carouselBody } from "./card-body.ts";
import type { Draft } from "./draft.ts";
import { fitCard } from "./fit-card.ts";
import { inWords } from "./numbered-list.ts";

/**
 * So many cards go into a carousel, the most that pass. LivePerson takes 2 to 10; where these are more than its 15,000
 * bytes or the 50 elements it draws, carousels of fewer may pass. Less than four are as well read below each other.
 */
const SIZES = [10, 8, 6, 4];

/** Several cards: side by side where the channel shows them so, else one below the other. */
export function carousel(cards: readonly Card[], draft: Draft): Message[] {
  return sideBySide(cards, draft) || oneBelowTheOther(cards, draft);
}

function sideBySide(cards: readonly Card[], draft: Draft): Message[] | undefined {
  const { profile, open } = draft;
  const rules = profile.cards;
  if (!rules || cards.some(({ buttons }) => buttons.length > rules.carouselButtons)) return undefined;
  const fitted = cards.map((card) => fitCard(card, rules));
  if (fitted.some(({ isAmbiguous }) => isAmbiguous) || cards.some(({ image }) => image?.url === ""))
    return undefined;
  const all = fitted.flatMap((one) => one.cards);
  for (const size of SIZES) {
    const bodies = portions(all, size).map((portion) => draft.safe(carouselBody(portion, rules)));
    if (bodies.some((body) => checkContent(body, profile) !== undefined)) continue;
    open.shown.push(...cards.flatMap(({ buttons }) => buttons.filter(isChoice)));
    return [
      ...draft.texts(...fitted.flatMap(({ full }) => full)),
      ...bodies.map((body) => ({ structuredContent: body })),
    ];
  }
  return undefined;
}

/** Those that are told in words have one numbered list together, after the last. */
function oneBelowTheOther(cards: readonly Card[], draft: Draft): Message[] {
  const told: Card[] = [];
  const messages = cards.flatMap((card) => {
    const drawn = drawnCard(card, draft);
    if (drawn) return drawn;
    told.push(card);
    return draft.texts(cardAsText(card).lines.join("\n"));
  });
  return [...messages, ...inWords({ lines: [], choices: choicesOf(told) }, draft)];
}

/** A label that says something else on another card takes the title of its card along, which was said in full above. */
function choicesOf(cards: readonly Card[]): Choice[] {
  const choices = once(cards.flatMap(({ buttons }) => buttons.filter(isChoice)));
  const shared = repeatedLooks(choices.map(({ title }) => title));
  return cards.flatMap((card) => {
    const name = cut(oneLine(card.title), LONGEST_NAME);
    return card.buttons.filter(isChoice).map(({ title, say }) => ({
      title: name !== "" && shared.has(lookOf(title)) ? `${name}: ${title}` : title,
      say,
    }));
  });
}

const LONGEST_NAME = 40;

/** In lists of about the same length, at most `size`. */
function portions<T>(all: readonly T[], size: number): T[][] {
  const count = Math.ceil(all.length / size);
  const even = Math.ceil(all.length / count);
  return Array.from({ length: count }, (_, index) => all.slice(index * even, (index + 1) * even));
}
