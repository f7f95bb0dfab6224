import { oneLine } from "../../runtime/characters.ts";
import { loggableId } from "../../runtime/log.ts";
import { asText, isJsonObject, type JsonObject } from "../../runtime/tolerant.ts";
import { addressOf, callAddress } from "../address.ts";
import { type Block, type Button, type Card, isChoice } from "../answer.ts";
import { linkAsText, once } from "../buttons.ts";

/** Notes what could not be read: the field and what is wrong with it. */
export type Remark = (field: string, what: string) => void;

/**
 * Reads the vocabulary that is written once and shown as well as each channel can: `choices`, `card`, `carousel`. What
 * cannot be read is named, and the rest is still shown.
 *
 * @example
 * { "text": "Which account?", "choices": ["Checking", { "title": "Savings", "say": "my savings account" }] }
 * @example
 * { "carousel": [{ "title": "Travel Card", "image": "https://img.bank.example/travel.png",
 *   "buttons": ["Order it", { "title": "Terms", "link": "https://bank.example/terms" }, { "title": "Call us", "call": "+1 555 0100" }] }] }
 */
export function readNeutral(entry: JsonObject, remark: Remark): Block[] {
  const { carousel } = entry;
  if (carousel !== undefined && !Array.isArray(carousel)) remark(".carousel", "not a list of cards");
  return [
    ...("choices" in entry ? readChoices(entry, remark) : []),
    ...("card" in entry ? readCards([entry.card], () => ".card", remark) : []),
    ...(Array.isArray(carousel)
      ? readCards(atMost(carousel, ".carousel", remark), (index) => `.carousel[${index}]`, remark)
      : []),
  ];
}

/** An address is nothing to say to Clinc: it joins the text. */
function readChoices(entry: JsonObject, remark: Remark): Block[] {
  const buttons = readButtons(entry.choices, ".choices", remark);
  const links = buttons.flatMap((button) => (isChoice(button) ? [] : [linkAsText(button)]));
  const text = [words(entry, "text", "", remark), ...links].filter(Boolean).join("\n");
  const choices = buttons.filter(isChoice);
  if (choices.length > 0) return [{ kind: "choices", text, choices }];
  return text === "" ? [] : [{ kind: "text", text }];
}

function readCards(cards: readonly unknown[], at: (index: number) => string, remark: Remark): Block[] {
  const read = cards.flatMap((card, index) => readCard(card, at(index), remark) || []);
  const [only] = read;
  if (!only) return [];
  return read.length === 1 ? [{ kind: "card", card: only }] : [{ kind: "carousel", cards: read }];
}

/** What a card may hold. */
export const CARD_KEYS = ["title", "subtitle", "text", "image", "buttons"];

function readCard(card: unknown, at: string, remark: Remark): Card | undefined {
  if (!isJsonObject(card)) {
    remark(at, "not a card");
    return undefined;
  }
  nameUnknown(card, CARD_KEYS, at, remark);
  const image = readImage(card.image, at, remark);
  const read: Card = {
    title: words(card, "title", at, remark),
    subtitle: words(card, "subtitle", at, remark),
    text: words(card, "text", at, remark),
    buttons: readButtons(card.buttons, `${at}.buttons`, remark),
    ...(image && { image }),
  };
  const isEmpty = !read.title && !read.subtitle && !read.text && !image && read.buttons.length === 0;
  if (isEmpty) remark(at, "nothing to show");
  return isEmpty ? undefined : read;
}

function readImage(image: unknown, at: string, remark: Remark): Card["image"] {
  if (image === undefined || image === null) return undefined;
  const given = isJsonObject(image) ? image : { url: image };
  nameUnknown(given, ["url", "alt"], `${at}.image`, remark);
  const url = addressOf(words(given, "url", `${at}.image`, remark));
  const alt = words(given, "alt", `${at}.image`, remark);
  if (url === "" && alt !== "") remark(`${at}.image.url`, "missing; what the image shows is told");
  return url || alt ? { url, alt } : undefined;
}

function readButtons(buttons: unknown, at: string, remark: Remark): Button[] {
  if (buttons === undefined || buttons === null) return [];
  if (!Array.isArray(buttons)) remark(at, "not a list");
  const list = atMost(Array.isArray(buttons) ? buttons : [buttons], at, remark);
  return once(list.flatMap((button, index) => readButton(button, `${at}[${index}]`, remark) || []));
}

function readButton(given: unknown, at: string, remark: Remark): Button | undefined {
  const button = isJsonObject(given) ? given : { title: given };
  nameUnknown(button, ["title", "say", "link", "call"], at, remark);
  const say = words(button, "say", at, remark);
  const link = words(button, "link", at, remark);
  const call = words(button, "call", at, remark);
  const title = oneLine(words(button, "title", at, remark) || say || link || call.replace(/^tel:\s*/i, ""));
  if (title === "") {
    remark(at, "neither a text nor a title");
    return undefined;
  }
  if (say && (link || call)) remark(at, "says something and opens an address; it only opens the address");
  if (link) return { title, link: addressOf(link) };
  if (!call) return { title, say: say || title };
  const number = callAddress(call);
  if (number === undefined) remark(`${at}.call`, "not a number to call");
  return { title, link: number ?? call };
}

/**
 * So many entries, cards, choices or buttons are read in one place. Each may become a message of its own: nobody reads
 * more, and a hostile list would keep the function busy until the platform ends it.
 */
const MOST = 100;

/** What is read of a list; the rest is named. */
export function atMost<Item>(items: readonly Item[], at: string, remark: Remark): readonly Item[] {
  if (items.length > MOST) remark(at, `only the first ${MOST} of ${items.length} were read`);
  return items.slice(0, MOST);
}

/** A text of an author; numbers are written out, and what is no text is named. */
export function words(holder: JsonObject, name: string, at: string, remark: Remark): string {
  const value = holder[name];
  const isText = typeof value === "string" || typeof value === "number";
  if (!isText && value !== undefined && value !== null) remark(`${at}.${name}`, "not a text");
  return asText(value);
}

/** Names the keys that mean nothing there; most are misspelt. */
export function nameUnknown(holder: JsonObject, known: readonly string[], at: string, remark: Remark): void {
  for (const name of Object.keys(holder)) {
    if (!known.includes(name)) remark(`${at}.${loggableId(name)}`, "not known there");
  }
}
