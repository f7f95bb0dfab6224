import type { Block, Choice } from "../../answer/answer.ts";
import { areDistinct } from "../../answer/buttons.ts";
import type { QuickReplyRules } from "../../liveperson/profiles.ts";
import type { Message } from "../../liveperson/reply.ts";
import { checkContent } from "../../liveperson/structured-content.ts";
import { cut, length } from "../../runtime/graphemes.ts";
import type { JsonObject } from "../../runtime/tolerant.ts";
import { buttonElement } from "./card-body.ts";
import type { Draft } from "./draft.ts";
import { inWords } from "./numbered-list.ts";

/** LivePerson's schema takes 1 to 8. The web window fills three rows and then the last, so the most makes the fewest rows. */
const PER_ROW = 8;

/**
 * Choices as quick replies. Labels that are too long are cut, and all are said in full before. A numbered list takes
 * their place where the channel has none, where they do not fit, or where two would look the same.
 *
 * @see https://developers.liveperson.com/mobile-sdk-and-web-templates-quick-replies-template.html
 */
export function quickReplies({ text, choices }: Block & { kind: "choices" }, draft: Draft): Message[] {
  const { profile, settings, open } = draft;
  const rules = profile.quickReplies;
  const content =
    rules && profile.cards && quickRepliesContent(text || settings.CHOOSE_MESSAGE, choices, rules);
  if (!content || checkContent(content, profile))
    return inWords({ lines: text ? [text] : [], choices }, draft);
  open.shown.push(...choices);
  const isCut = choices.some(({ title }) => cut(title, rules.title) !== title);
  const full = isCut ? draft.texts(choices.map(({ title }) => title).join("\n")) : [];
  return [...full, { structuredContent: content }];
}

function quickRepliesContent(
  message: string,
  choices: readonly Choice[],
  rules: QuickReplyRules,
): JsonObject | undefined {
  const fitted = choices.map((choice) => ({ ...choice, title: cut(choice.title, rules.title) }));
  if (!areDistinct(fitted.map(({ title }) => drawn(title, rules)))) return undefined;
  const replies = fitted.map((choice, index) => {
    const button = buttonElement(choice);
    if (rules.isBare) return button;
    return {
      ...button,
      click: { ...button.click, metadata: [{ type: "ExternalId", id: `choice-${index + 1}` }] },
    };
  });
  return { message, quickReplies: { type: "quickReplies", itemsPerRow: PER_ROW, replies } };
}

/** What the channel itself leaves of a label: of one that is too long three characters fewer, and an ellipsis. */
function drawn(title: string, { drawn: most }: QuickReplyRules): string {
  return most !== undefined && length(title) > most ? cut(title, most - 2) : title;
}
