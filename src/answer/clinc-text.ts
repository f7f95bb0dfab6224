import { isBlank } from "../runtime/characters.ts";

/**
 * The messages in a text of Clinc's, none of them blank. Authors write one text for several channels, so it may hold a
 * literal `\n` or a `<br>` for a line end, a literal `\m` for the start of the next message, and entities of the web.
 */
export function readText(text: string): string[] {
  return text
    .split("\\m")
    .map((message) => decoded(message.replace(/\\n|<\/?br\b[^<>]*>/gi, "\n")).trim())
    .filter((message) => !isBlank(message));
}

/**
 * The messages in a text that was written to be spoken. Markup of speech stands in `<speak>`; without it, what looks like
 * a tag is said: "less than <5 %".
 *
 * @see https://www.w3.org/TR/speech-synthesis11/
 */
export function readSpeech(text: string): string[] {
  const isMarkup = /<speak\b/i.test(text);
  return readText(isMarkup ? text.replace(PAUSE, " ").replace(MARKUP, "").replace(/\s+/g, " ") : text);
}

/** Tags that part two words. */
const PAUSE = /<\/?(break|p|s)\b[^<>]*>/gi;

/** The language's other tags, its vendors' own such as `amazon:effect`, and what may stand before them. */
const MARKUP =
  /<\/?(speak|say-as|sub|phoneme|voice|prosody|emphasis|audio|desc|mark|lang|token|w|lexicon|lookup|meta|metadata|\w+:[\w-]+)\b[^<>]*>|<[?!][^<>]*>/gi;

/** Entities by name, each with its sign behind it. */
const ENTITIES =
  "apos' quot\" nbsp\u00a0 amp& euro€ pound£ yen¥ cent¢ ndash– mdash— hellip… bull• lsquo‘ rsquo’ ldquo“ rdquo” bdquo„ laquo« raquo» iexcl¡ iquest¿ copy© reg® trade™";

/** By name, and by the number that any sign has as well. */
const SIGNS = new Map(
  ENTITIES.split(" ").flatMap((entity): Array<[string | number, string]> => {
    const [name, sign] = [entity.slice(0, -1), entity.slice(-1)];
    return [
      [name, sign],
      [sign.charCodeAt(0), sign],
    ];
  }),
);

/**
 * Decodes what the table holds, once. `&lt;` and `&gt;` are not in it, nor may an ampersand leave them behind: what an
 * author escaped shall not come to life in a window that takes it for markup.
 */
function decoded(text: string): string {
  return text.replace(/&(\w+|#\d+|#x[\da-f]+);/gi, (entity, name: string, at: number) => {
    const sign = SIGNS.get(name.startsWith("#") ? Number(name.slice(1).replace(/^x/i, "0x")) : name);
    const leavesEntity = sign === "&" && /^(#|\w+;|[lg]t)/i.test(text.slice(at + entity.length));
    return sign === undefined || leavesEntity ? entity : sign;
  });
}
