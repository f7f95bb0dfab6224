import { type Card, isChoice } from "../../answer/answer.ts";
import { cardAsText } from "../../answer/as-text.ts";
import type { Message } from "../../liveperson/reply.ts";
import { checkContent } from "../../liveperson/structured-content.ts";
import { cardBody } from "./card-body.ts";
import type { Draft } from "./draft.ts";
import { fitCard } from "./fit-card.ts";
import { inWords } from "./numbered-list.ts";

/** A card as well as the channel can show it. */
export function card(given: Card, draft: Draft): Message[] {
  return drawnCard(given, draft) || inWords(cardAsText(given), draft);
}

/**
 * A card as structured content. Where its image is what does not fit, it goes without it, and what describes the image
 * is said before, or else its address.
 *
 * @returns `undefined` where it has to be told in words
 */
export function drawnCard(given: Card, draft: Draft): Message[] | undefined {
  const { profile, open } = draft;
  const { image } = given;
  const rules = profile.cards;
  if (!rules) return undefined;
  const { cards, full, isAmbiguous } = fitCard(given, rules);
  const attempts = [
    ...(image?.url && !isAmbiguous ? [cards] : []),
    ...(isImageOnly(given) ? [] : [cards.map(withoutImage)]),
  ];
  for (const attempt of attempts) {
    const bodies = attempt.map((fitted) => draft.safe(cardBody(fitted, rules)));
    const problem = isAmbiguous
      ? "two buttons of a card look the same"
      : bodies.map((body) => checkContent(body, profile)).find(Boolean);
    if (problem === undefined) {
      open.shown.push(...given.buttons.filter(isChoice));
      const instead = image && attempt !== cards ? [image.alt || image.url] : [];
      return [...draft.texts(...full, ...instead), ...bodies.map((body) => ({ structuredContent: body }))];
    }
    draft.remark(problem, `a card goes without its ${attempt === cards ? "image" : "frame"}`);
  }
  return undefined;
}

/** Without its image there would be an empty frame. */
function isImageOnly({ title, subtitle, text, buttons }: Card): boolean {
  return title + subtitle + text === "" && buttons.length === 0;
}

function withoutImage({ image, ...others }: Card): Card {
  return others;
}
