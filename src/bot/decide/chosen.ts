import type { OpenChoices } from "../../answer/answer.ts";

/**
 * What the consumer means: a label typed by hand says what clicking it would have said, and so does a number while a
 * numbered list is open. Anything else, an amount above all, is taken as it is, and so is a label that stands on several
 * cards and means something else on each.
 */
export function chosen(words: string, { shown, numbered }: OpenChoices): string {
  const typed = words.trim().toLowerCase();
  const labelled = [...shown, ...numbered].filter(({ title }) => title.trim().toLowerCase() === typed);
  const byLabel = labelled.every(({ say }) => say === labelled[0]?.say) ? labelled[0] : undefined;
  const number = /^(\d{1,3})[.)]?$/.exec(typed)?.[1];
  const byNumber = number === undefined ? undefined : numbered[Number(number) - 1];
  return (labelled.length > 0 ? byLabel : byNumber)?.say ?? words;
}
