import { isJsonObject, type JsonObject } from "./tolerant.ts";

/** Objects and lists count, so this is deeper than what LivePerson draws; beyond it the catalogue refuses the content. */
const DEEPEST = 300;

/**
 * The same content with its texts changed. What has no text to change stays the very same object.
 *
 * @param change gets a text and the name of its field
 * @param apart names of fields that are left alone with all that is in them
 */
export function mapTexts<Content>(
  content: Content,
  change: (text: string, name: string) => string,
  apart: readonly string[] = [],
  depth = 0,
): Content {
  if (depth > DEEPEST) return content;
  const changed = (value: unknown, name: string) => {
    if (apart.includes(name)) return value;
    return typeof value === "string" ? change(value, name) : mapTexts(value, change, apart, depth + 1);
  };
  if (Array.isArray(content))
    return unlessSame(
      content,
      content.map((entry) => changed(entry, "")),
    );
  if (!isJsonObject(content)) return content;
  const entries = Object.entries(content).map(([name, value]) => [name, changed(value, name)]);
  return unlessSame(content, Object.fromEntries(entries));
}

function unlessSame<Content extends object>(before: Content, after: JsonObject | unknown[]): Content {
  const isSame = Object.entries(before).every(([name, value]) => (after as JsonObject)[name] === value);
  return isSame ? before : (after as Content);
}
