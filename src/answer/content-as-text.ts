import { oneLine } from "../runtime/characters.ts";
import { asNumber, asText, isJsonObject, type JsonObject } from "../runtime/tolerant.ts";
import type { Choice } from "./answer.ts";
import { linkAsText } from "./buttons.ts";

/** Content as any channel can show it: lines to read, and what can be chosen. */
export type PlainContent = {
  lines: string[];
  choices: Choice[];
  /** There was more than {@link MOST_LINES}, or it was nested too deep. */
  isCut?: boolean;
};

/** Lines and choices together; what is beyond them is cut. Some fifty screens: nobody reads that in a conversation. */
export const MOST_LINES = 2_000;

/**
 * An author may nest as deep as he likes, and the function must come to an end. LivePerson's window draws 50 elements
 * and counts those around an element among them, so that nothing deeper is shown anyway.
 */
const DEEPEST = 100;

/**
 * What is readable in any content of an author, valid or not: titles, texts, links and choices, in order. An image is
 * what describes it, and its address where nothing does and there is nothing else to read.
 *
 * @param withAddresses also where there is something else: the channel would have shown the image
 */
export function contentAsText(content: unknown, withAddresses = false): PlainContent {
  const plain = gathered(content, withAddresses, MOST_LINES);
  return sizeOf(plain) > 0 || withAddresses ? plain : contentAsText(content, true);
}

/** Whether there is anything in it to read; what has no words, no address and no place shows nothing either. */
export function isReadable(content: unknown): boolean {
  return sizeOf(gathered(content, true, 1)) > 0;
}

function gathered(content: unknown, withAddresses: boolean, most: number): PlainContent {
  const plain: PlainContent = { lines: [], choices: [] };
  const gather = (value: unknown, depth: number) => {
    if (typeof value !== "object" || value === null) return;
    if (depth > DEEPEST || sizeOf(plain) >= most) {
      plain.isCut = true;
      return;
    }
    if (isJsonObject(value)) {
      for (const piece of piecesOf(value, withAddresses).filter((one) => one !== "")) {
        if (sizeOf(plain) >= most) plain.isCut = true;
        else if (typeof piece === "string") plain.lines.push(piece);
        else plain.choices.push(piece);
      }
    }
    for (const [name, child] of Object.entries(value)) if (!APART.includes(name)) gather(child, depth + 1);
  };
  gather(content, 0);
  return plain;
}

/** Read where they belong to, or not for reading. */
const APART = ["click", "resp", "metadata", "style", "accessibility", "selectMode", "ref"];

/**
 * One element, without those in it, in the order in which it is drawn. Its label comes first: as a choice where a click
 * says something, as the name of an address where it opens one, else as a line.
 */
function piecesOf(element: JsonObject, withAddresses: boolean): Array<string | Choice> {
  const read = (name: string) => asText(element[name]);
  const choice = (title: string, say: string) => ({ title: oneLine(title), say });
  const { type, resp } = element;
  const label = read("title") || read("name");
  const actions = actionsOf(element);
  const say = actions.map(({ text, publishText }) => asText(text) || asText(publishText)).find(Boolean);
  const links = actions.map((action) => asText(action.uri) || placeOf(action)).filter(Boolean);
  const isClickable = say !== undefined || links.length > 0;
  return [
    say !== undefined ? choice(label || read("text") || say, say) : links.length > 0 ? "" : label,
    ...links.map((link) => named(label, link)),
    ...(type === "image" ? imageAsText(element, withAddresses && !isClickable) : []),
    type === "map" ? named(read("alt") || read("tooltip"), placeOf(element)) : "",
    say !== undefined && label === "" ? "" : read("text"),
    read("subtitle"),
    read("caption"),
    element.key === undefined ? "" : [read("key"), read("value")].filter(Boolean).join(": "),
    type === "linkPreview" ? read("url") : "",
    ...(Array.isArray(resp) ? resp.map(asText).filter(Boolean) : []).map((answer) => choice(answer, answer)),
    read("message"),
  ];
}

/** A caption is read in any case; where it and `alt` are missing the tooltip or the address has to do. */
function imageAsText({ alt, caption, tooltip, url }: JsonObject, withAddress: boolean): string[] {
  if (asText(alt) || asText(caption)) return [asText(alt)];
  return [asText(tooltip) || (withAddress ? asText(url) : "")];
}

function named(name: string, link: string): string {
  return link === "" ? name : linkAsText({ title: oneLine(name) || link, link });
}

/**
 * The address that LivePerson's own window opens for a map; `""` where there is no such place on earth.
 *
 * @see https://github.com/LivePersonInc/json-pollock
 */
function placeOf({ la, lo }: JsonObject): string {
  const [latitude = 91, longitude = 181] = [asNumber(la), asNumber(lo)];
  const isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isOnEarth ? `https://www.google.com/maps/search/?api=1&query=${latitude},${longitude}` : "";
}

function actionsOf({ click }: JsonObject): JsonObject[] {
  const actions = isJsonObject(click) ? click.actions : undefined;
  return Array.isArray(actions) ? actions.filter(isJsonObject) : [];
}

function sizeOf({ lines, choices }: PlainContent): number {
  return lines.length + choices.length;
}
