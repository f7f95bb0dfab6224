import { gen, none } from "stream-chain/core";
import { pick } from "stream-json/core/filters/pick.js";
import { parser } from "stream-json/core/parser.js";
import { streamValues } from "stream-json/core/streamers/stream-values.js";
import { type Entry, entriesIn } from "./entry.ts";

/** Whole values are enough, and much faster than their pieces. */
const WHOLE = {
  ...{ packKeys: true, packStrings: true, packNumbers: true },
  ...{ streamKeys: false, streamStrings: false, streamNumbers: false },
};

/** Whether JSON goes over many lines, or has one that is longer than what is read at first. */
export function isDocument(beginning: string): boolean {
  return (
    /^\s*\[\s*(?:\{|\]|$)/.test(beginning) ||
    /^\s*\{\s*\n/.test(beginning) ||
    /^\{[^\n]{60000}/.test(beginning)
  );
}

/** What each object holds that stands in the outermost list of a document, and at last `cut` where it ends in the middle. */
export async function* entriesInDocument(texts: AsyncIterable<string>): AsyncGenerator<Entry[] | "cut"> {
  const valuesIn = gen(parser(WHOLE), pick({ filter: isElement }), streamValues());
  for await (const text of endedBy(texts)) {
    const values = valuesIn(text as string);
    try {
      for await (const item of values) yield entriesIn((item as { value: unknown }).value, undefined);
    } catch {
      return yield "cut";
    }
  }
}

function isElement(path: ReadonlyArray<string | number | null>, token: { name: string }): boolean {
  return token.name === "startObject" && typeof path.at(-1) === "number";
}

/** The mark at the end makes the parser tell what it still has. */
async function* endedBy(texts: AsyncIterable<string>): AsyncGenerator<string | typeof none> {
  yield* texts;
  yield none;
}
