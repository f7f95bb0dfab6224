import { mapTexts } from "../runtime/map-texts.ts";

/** What LivePerson's web window and agent workspace set as markup. */
const SHOWN = ["text", "title", "subtitle", "caption"];

/** Not shown, but sent back or read by programs. */
const HIDDEN = ["click", "metadata", "accessibility", "style"];

/**
 * Takes the power of markup from the texts of cards: what a consumer typed and a business logic echoes must not run in
 * an agent's workspace. `<` becomes `&lt;`, nothing else changes, and content without it stays the very same object.
 */
export function withoutMarkup<Content>(content: Content): Content {
  return mapTexts(
    content,
    (text, name) => (SHOWN.includes(name) ? text.replace(/</g, "&lt;") : text),
    HIDDEN,
  );
}
