import { isJsonObject, type JsonObject } from "../runtime/tolerant.ts";
import type { Block, Card, Choice } from "./answer.ts";
import { isChoice, linkAsText } from "./button.ts";

/** Content as any channel can show it: lines to read, and what can be chosen. */
export type Readable = { lines: string[]; choices: Choice[] };

/** What a block tells a reader, whatever its form: each line and each choice on a line of its own. */
export function blockAsText(block: Block): string {
  return readablesOf(block)
    .flatMap(({ lines, choices }) => [...lines, ...choices.map(({ title }) => title)])
    .join("\n");
}

function readablesOf(block: Block): Readable[] {
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

/** A card in words: its texts, its links with their addresses, and its choices. */
export function cardAsText({ title, subtitle, text, image, buttons }: Card): Readable {
  const links = buttons.flatMap((button) => (isChoice(button) ? [] : [linkAsText(button)]));
  const lines = filled([title, subtitle, text, image?.alt, ...links]);
  const isPictureOnly = lines.length === 0 && buttons.length === 0;
  return { lines: isPictureOnly ? filled([image?.url]) : lines, choices: buttons.filter(isChoice) };
}

/** An author may nest as deep and write as much as he likes; a reader does not follow further. */
const DEEPEST = 100;
const MOST_LINES = 2_000;

/** What is readable in any content of an author, valid or not: titles, texts, links and choices, in order. */
export function contentAsText(content: unknown): Readable {
  const readable: Readable = { lines: [], choices: [] };
  collect(content, readable, 0);
  return { ...readable, lines: filled(readable.lines) };
}

function collect(value: unknown, readable: Readable, depth: number): void {
  const add = (...lines: string[]) => readable.lines.push(...filled(lines));
  if (depth > DEEPEST || readable.lines.length > MOST_LINES) return;
  if (Array.isArray(value)) for (const entry of value) collect(entry, readable, depth + 1);
  if (!isJsonObject(value)) return;
  const title = word(value.title) || word(value.name);
  const published = actionsOf(value).map(({ text, publishText }) => word(text) || word(publishText));
  const say = published.find((text) => text !== "");
  const links = actionsOf(value).flatMap((action) => word(action.uri) || []);
  if (say !== undefined) readable.choices.push({ title: title || word(value.text) || say, say });
  else if (title !== "" && links.length === 0) add(title);
  for (const link of links) add(linkAsText({ title: title || link, link }));
  const isChoosable = say !== undefined && title === "";
  add(isChoosable ? "" : word(value.text), word(value.subtitle), word(value.caption));
  if (value.key !== undefined) add(filled([word(value.key), word(value.value)]).join(": "));
  if (value.type === "linkPreview") add(word(value.url));
  if (Array.isArray(value.resp))
    for (const answer of value.resp)
      if (word(answer)) readable.choices.push({ title: word(answer), say: word(answer) });
  add(word(value.message));
  for (const [name, child] of Object.entries(value))
    if (!APART.includes(name)) collect(child, readable, depth + 1);
}

/** Read where they belong to, or not for reading. */
const APART = ["click", "resp", "metadata", "style", "accessibility", "selectMode", "ref"];

function actionsOf({ click }: JsonObject): JsonObject[] {
  const actions = isJsonObject(click) ? click.actions : undefined;
  return Array.isArray(actions) ? actions.filter(isJsonObject) : [];
}

function word(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
}

function filled(texts: ReadonlyArray<string | undefined>): string[] {
  return texts.filter((text): text is string => text !== undefined && text !== "");
}
