import type { Choice } from "../../answer/answer.ts";
import { once } from "../../answer/buttons.ts";
import type { Draft } from "./draft.ts";

/**
 * The last step down, which any channel can show: lines to read, and what can be chosen as a numbered list that asks for
 * the words. There labels may be of any length and look the same: the numbers tell them apart.
 */
export function inWords(
  { lines, choices }: { lines: readonly string[]; choices: readonly Choice[] },
  draft: Draft,
): string[] {
  const { numbered } = draft.open;
  const items = once(choices).map((choice) => `${numbered.push(choice)}. ${choice.title}`);
  const list = items.length > 0 ? [draft.settings.LIST_MESSAGE, ...items] : [];
  return draft.texts([...lines, ...list].join("\n"));
}
