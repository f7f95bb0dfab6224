import { mapValues } from "../runtime/map-values.ts";

/** What LivePerson's web window and agent workspace set as markup. */
const SHOWN = ["text", "title", "subtitle", "caption"];

/** Not shown, but sent back or read by programs. */
const HIDDEN = ["click", "metadata", "accessibility", "style"];

/**
 * Takes the power of markup from the texts of cards: what a consumer typed and a business logic echoes must not run in
 * an agent's workspace. `<` becomes `&lt;`, nothing else changes, and content without it stays the very same object.
 */
export function withoutMarkup<Content>(content: Content): Content {
  return mapValues(content, escaped, HIDDEN);
}

function escaped(value: unknown, name: string): unknown {
  return typeof value === "string" && SHOWN.includes(name) ? value.replace(/</g, "&lt;") : value;
}
