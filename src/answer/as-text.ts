import { asText, isJsonObject, type JsonObject } from "../runtime/tolerant.ts";
import { addressOf, callAddress } from "./address.ts";
import { type Block, type Button, type Card, type Choice, isChoice } from "./answer.ts";

/** Content as any channel can show it: lines to read, and what can be chosen. */
export type PlainContent = { lines: string[]; choices: Choice[] };

/** What a block tells a reader, whatever its form: each line and each choice on a line of its own. */
export function blockAsText(block: Block): string {
  return plainContentOf(block)
    .flatMap(({ lines, choices }) => [...lines, ...choices.map(({ title }) => title)])
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

/** An address with its name, unless the name says the same; a number to call is shown as one. */
export function linkAsText({ title, link }: Exclude<Button, Choice>): string {
  if (callAddress(title) === addressOf(link)) return title;
  if (addressOf(title) === link) return link;
  const number = /^tel:(.*)/i.exec(link)?.[1]?.replace(";ext=", " ext. ");
  return `${title}: ${number ?? link}`;
}

/** A card in words: its texts, its links with their addresses, and its choices. */
export function cardAsText({ title, subtitle, text, image, buttons }: Card): PlainContent {
  const links = buttons.flatMap((button) => (isChoice(button) ? [] : [linkAsText(button)]));
  const lines = filled([title, subtitle, text, image?.alt, ...links]);
  const isPictureOnly = lines.length === 0 && buttons.length === 0;
  return { lines: isPictureOnly ? filled([image?.url]) : lines, choices: buttons.filter(isChoice) };
}

/** An author may nest as deep and write as much as he likes; a reader does not follow further. */
const DEEPEST = 100;
const MOST_LINES = 2_000;

/** What is readable in any content of an author, valid or not: titles, texts, links and choices, in order. */
export function contentAsText(content: unknown): PlainContent {
  const plain: PlainContent = { lines: [], choices: [] };
  collect(content, plain, 0);
  return { ...plain, lines: filled(plain.lines) };
}

function collect(value: unknown, plain: PlainContent, depth: number): void {
  const add = (...lines: string[]) => plain.lines.push(...filled(lines));
  if (depth > DEEPEST || plain.lines.length > MOST_LINES) return;
  if (Array.isArray(value)) for (const entry of value) collect(entry, plain, depth + 1);
  if (!isJsonObject(value)) return;
  const title = asText(value.title) || asText(value.name);
  const published = actionsOf(value).map(({ text, publishText }) => asText(text) || asText(publishText));
  const say = published.find((text) => text !== "");
  const links = actionsOf(value).flatMap((action) => asText(action.uri) || []);
  if (say !== undefined) plain.choices.push({ title: title || asText(value.text) || say, say });
  else if (title !== "" && links.length === 0) add(title);
  for (const link of links) add(linkAsText({ title: title || link, link }));
  const isChoosable = say !== undefined && title === "";
  add(isChoosable ? "" : asText(value.text), asText(value.subtitle), asText(value.caption));
  if (value.key !== undefined) add(filled([asText(value.key), asText(value.value)]).join(": "));
  if (value.type === "linkPreview") add(asText(value.url));
  if (Array.isArray(value.resp))
    for (const answer of value.resp)
      if (asText(answer)) plain.choices.push({ title: asText(answer), say: asText(answer) });
  add(asText(value.message));
  for (const [name, child] of Object.entries(value))
    if (!APART.includes(name)) collect(child, plain, depth + 1);
}

/** Read where they belong to, or not for reading. */
const APART = ["click", "resp", "metadata", "style", "accessibility", "selectMode", "ref"];

function actionsOf({ click }: JsonObject): JsonObject[] {
  const actions = isJsonObject(click) ? click.actions : undefined;
  return Array.isArray(actions) ? actions.filter(isJsonObject) : [];
}

function filled(texts: ReadonlyArray<string | undefined>): string[] {
  return texts.filter((text): text is string => text !== undefined && text !== "");
}
