import { entriesInDocument, isDocument } from "./document.ts";
import { type Entry, entriesInLine } from "./entry.ts";
import { rowsOf } from "./rows.ts";

/** Characters. Ours have some thousands at most; of what is longer no more is kept while it is read. */
const LONGEST_LINE = 1_000_000;

/**
 * What a log holds of ours: a list for each line that is not blank, or for each entry of a JSON document, and `cut` where
 * such a document ends too early.
 *
 * @throws what the input throws
 */
export async function* entriesOf(input: AsyncIterable<Buffer>): AsyncGenerator<Entry[] | "cut"> {
  const texts = decoded(input);
  const { value: first = "" } = await texts.next();
  const all = begunWith(first, texts);
  if (isDocument(first)) yield* entriesInDocument(all);
  else for await (const row of rowsOf(linesOf(all))) yield entriesInLine(row);
}

async function* linesOf(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = "";
  for await (const text of texts) {
    const lines = (rest + text).split(/\r?\n/);
    rest = (lines.pop() ?? "").slice(0, LONGEST_LINE);
    yield* lines;
  }
  yield rest;
}

/** UTF-8; or UTF-16, in which older shells of Windows write what is sent into a file. */
async function* decoded(input: AsyncIterable<Buffer>): AsyncGenerator<string, undefined> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const chunk of input) {
    decoder ??= new TextDecoder(chunk[0] === 0xff && chunk[1] === 0xfe ? "utf-16le" : "utf-8");
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder?.decode() ?? "";
}

async function* begunWith(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}
