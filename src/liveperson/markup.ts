import { isJsonObject, type JsonObject } from "../runtime/tolerant.ts";

/** What LivePerson's web window and agent workspace set as markup. */
const SHOWN = ["text", "title", "subtitle", "caption"];

/** Not shown, but sent back or read by programs. */
const HIDDEN = ["click", "metadata", "accessibility", "style"];

/** Objects and lists count, so this is deeper than what is drawn; beyond it the catalogue refuses the content. */
const DEEPEST = 300;

/**
 * Takes the power of markup from the texts of cards: what a consumer typed and a business logic echoes must not run in
 * an agent's workspace. `<` becomes `&lt;`, nothing else changes, and content without it stays the very same object.
 */
export function withoutMarkup<Content>(content: Content, depth = 0): Content {
  if (depth > DEEPEST) return content;
  if (Array.isArray(content))
    return unlessSame(
      content,
      content.map((entry) => withoutMarkup(entry, depth + 1)),
    );
  if (!isJsonObject(content)) return content;
  const entries = Object.entries(content).map(([name, value]) => {
    if (typeof value === "string") return [name, SHOWN.includes(name) ? value.replace(/</g, "&lt;") : value];
    return [name, HIDDEN.includes(name) ? value : withoutMarkup(value, depth + 1)];
  });
  return unlessSame(content, Object.fromEntries(entries));
}

function unlessSame<Content extends object>(before: Content, after: JsonObject | unknown[]): Content {
  const isSame = Object.entries(before).every(([name, value]) => (after as JsonObject)[name] === value);
  return isSame ? before : (after as Content);
}
