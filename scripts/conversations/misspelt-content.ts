import { readAuthored } from "../../src/answer/authored/authored.ts";
import { CARD_KEYS } from "../../src/answer/authored/neutral.ts";
import { loggableId } from "../../src/runtime/log.ts";
import { isJsonObject, type JsonObject } from "../../src/runtime/tolerant.ts";
import { didYouMean } from "../kit/nearest.ts";
import { BUTTON_KEYS, HOLDERS, IMAGE_KEYS, KEYS_OF_ENTRY } from "./authored-content.ts";
import type { Path } from "./json-text.ts";
import { NOT_KNOWN, type Problem } from "./told.ts";

/** What has a meaning somewhere in authored content, buttons and images included. */
const WORDS = [...new Set([...KEYS_OF_ENTRY, ...CARD_KEYS, ...BUTTON_KEYS, ...IMAGE_KEYS])];

/**
 * The keys in an author's content that mean nothing where they stand, as the bot itself finds them. A word is suggested
 * only if the bot takes it there.
 *
 * @param liveperson what stands under that key
 */
export function misspeltContent(liveperson: unknown): Problem[] {
  return unknownIn(liveperson).map((place) => {
    const path = pathOf(place, liveperson);
    const taken = wordsTakenAt(place, path, liveperson);
    return { path, message: `${NOT_KNOWN}${didYouMean(String(path.at(-1)), taken)}` };
  });
}

/** Places as the bot names them: `liveperson[0].card.titel`. */
function unknownIn(liveperson: unknown): string[] {
  return readAuthored(liveperson, false).remarks.flatMap((remark) => {
    const place = /^liveperson(\[\d+\].*): not known there$/.exec(remark)?.[1];
    return place === undefined ? [] : [place];
  });
}

function wordsTakenAt(place: string, path: Path, liveperson: unknown): string[] {
  return WORDS.filter((word) => {
    const renamed = withKey(liveperson, path, word);
    const placeOfWord = place.replace(/[^.]*$/, word);
    return renamed !== undefined && !unknownIn(renamed).includes(placeOfWord);
  });
}

/** Content with another key at the end of a path; `undefined` where there is none, or it is there already. */
function withKey(content: unknown, path: Path, word: string): unknown {
  const renamed = structuredClone(content);
  const holder = path
    .slice(0, -1)
    .reduce<unknown>((at, step) => (at as JsonObject | undefined)?.[step], renamed);
  const key = String(path.at(-1));
  if (!isJsonObject(holder) || !(key in holder) || word in holder) return undefined;
  holder[word] = holder[key];
  delete holder[key];
  return renamed;
}

/**
 * The way to a key that the bot has named. For the bot, what stands alone is a list of one, parameters belong to the
 * action wherever they lie, and a key has no strange signs.
 */
function pathOf(place: string, liveperson: unknown): Path {
  const steps = [...place.matchAll(/\[(\d+)\]|\.([^.[\]]*)/g)].map(([, index, name = ""]) => ({
    index,
    name,
  }));
  const path: Array<string | number> = [];
  let at: unknown = liveperson;
  const enter = (step: string | number) => {
    path.push(step);
    at = (at as JsonObject)[step];
  };
  steps.forEach(({ index, name }, number) => {
    if (index !== undefined) {
      if (Array.isArray(at)) enter(Number(index));
    } else if (isJsonObject(at)) {
      const isOfAction = name === "action" && number < steps.length - 1;
      const way = isOfAction ? wayToParameter(at, steps[number + 1]?.name ?? "") : [keyIn(at, name)];
      for (const step of way) if (step !== undefined) enter(step);
    }
  });
  return path;
}

const WAYS = [["action"], ...HOLDERS.flatMap((holder) => [[holder], ["action", holder]])];

function wayToParameter(entry: JsonObject, name: string): readonly string[] {
  const held = (way: readonly string[]) =>
    way.reduce<unknown>((at, step) => (isJsonObject(at) ? at[step] : undefined), entry);
  return WAYS.find((way) => keyIn(held(way), name) !== undefined) ?? [];
}

function keyIn(holder: unknown, name: string): string | undefined {
  return isJsonObject(holder) ? Object.keys(holder).find((key) => loggableId(key) === name) : undefined;
}
