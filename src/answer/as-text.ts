import { type Block, type Card, isChoice } from "./answer.ts";
import { linkAsText } from "./buttons.ts";
import { contentAsText, type PlainContent } from "./content-as-text.ts";

/** What a block tells a reader, whatever its form: each line and each choice on a line of its own. */
export function blockAsText(block: Block): string {
  return plainContentOf(block)
    .flatMap(({ lines, choices, isCut }) => [
      ...lines,
      ...choices.map(({ title }) => title),
      ...(isCut ? ["…"] : []),
    ])
    .join("\n");
}

function plainContentOf(block: Block): PlainContent[] {
  switch (block.kind) {
    case "text":
    case "note":
      return [{ lines: [block.text], choices: [] }];
    case "choices":
      return [{ lines: filled([block.text]), choices: [...block.choices] }];
    case "card":
      return [cardAsText(block.card)];
    case "carousel":
      return block.cards.map(cardAsText);
    case "native":
      return [contentAsText(block.content)];
    case "pause":
      return [];
  }
}

/** A card in words: its texts, its links with their addresses, and its choices. Its image is told where no title does. */
export function cardAsText({ title, subtitle, text, image, buttons }: Card): PlainContent {
  const links = buttons.flatMap((button) => (isChoice(button) ? [] : [linkAsText(button)]));
  const lines = filled([title || image?.alt, subtitle, text, ...links]);
  const isPictureOnly = lines.length === 0 && buttons.length === 0;
  return { lines: isPictureOnly ? filled([image?.url]) : lines, choices: buttons.filter(isChoice) };
}

function filled(texts: ReadonlyArray<string | undefined>): string[] {
  return texts.filter((text): text is string => text !== undefined && text !== "");
}
