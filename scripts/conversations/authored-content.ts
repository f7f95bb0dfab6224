import * as z from "zod";
import { ACTIONS } from "../../src/answer/authored/action.ts";
import { ENTRY_KEYS } from "../../src/answer/authored/authored.ts";
import { CARD_KEYS } from "../../src/answer/authored/neutral.ts";

/** Where an action's parameters may lie. */
export const HOLDERS: readonly string[] = ["actionParameters", "parameters", "data"];

const PARAMETERS = [...new Set(Object.values(ACTIONS).flat())];

/** What one entry under `liveperson` may hold, an action's parameters among it. */
export const KEYS_OF_ENTRY: readonly string[] = [
  ...new Set([...ENTRY_KEYS, "action", ...HOLDERS, ...PARAMETERS]),
];

/** What a button may hold, in a card or among choices. */
export const BUTTON_KEYS: readonly string[] = ["title", "say", "link", "call"];

/** What an image may hold. */
export const IMAGE_KEYS: readonly string[] = ["url", "alt"];

/** A word that counts, in upper or lower case, beside whatever else the bot takes there. */
const oneOf = (...words: string[]) => z.union([z.enum(words), z.unknown()]);

const words = z.union([z.string(), z.number()]);

const button = z.union([
  words,
  keyed(BUTTON_KEYS, {
    title: words.describe("The label."),
    say: words.describe("What a click says to Clinc; without it the title."),
    link: words.describe("The address that a click opens."),
    call: words.describe("The number that a click calls."),
  }),
]);

const image = z.union([
  z.string(),
  keyed(IMAGE_KEYS, {
    url: words.describe("An https address."),
    alt: words.describe("Said where the image is not shown."),
  }),
]);

const card = keyed(CARD_KEYS, {
  title: words.describe("The title of the card."),
  subtitle: words.describe("A line below the title."),
  text: words.describe("More text."),
  image: image.describe("An address, or { url, alt }."),
  buttons: z.array(button).describe("Each a text that says itself, or { title } with say, link or call."),
});

const parameters = z
  .union([z.string(), keyed(PARAMETERS, {})])
  .describe(`Of the action: ${PARAMETERS.join(", ")}.`);

const entry = keyed(KEYS_OF_ENTRY, {
  text: words.describe("A text; with choices their question."),
  messageAudience: oneOf("ALL", "AGENTS_AND_MANAGERS").describe("Who reads the text; all without it."),
  textResponse: words.describe("A text, as LivePerson's other connectors call it."),
  encodedMetadata: z.unknown().describe("LivePerson's encoded metadata of the text."),
  choices: z.array(button).describe("Labels to choose from, or { title, say }."),
  card: card.describe("One card: title, subtitle, text, image, buttons."),
  carousel: z.array(card).describe("Cards side by side."),
  delay: words.describe("Seconds to wait before the rest, from 1 to 30."),
  typing: z.unknown().describe("Whether the consumer sees that somebody types meanwhile."),
  structuredContent: z.unknown().describe("LivePerson's own structured content."),
  metadata: z.unknown().describe("LivePerson's metadata of the structured content."),
  action: oneOf(...Object.keys(ACTIONS)).describe("What LivePerson shall do."),
  ...Object.fromEntries(HOLDERS.map((holder) => [holder, parameters])),
});

/**
 * What stands under `liveperson`, for editors: its keys, as lists of the bot and no hand keep them. Whether it can be
 * shown the bot itself tells, which reads much that is not quite so.
 */
export const authoredContent = z
  .union([z.string(), entry, z.array(z.union([z.string(), entry]))])
  .describe("What the business logic puts under `liveperson`: one entry, or a list of entries in order.");

/** @param told what is known of some of the keys */
function keyed(keys: readonly string[], told: Record<string, z.ZodType>) {
  return z.strictObject(Object.fromEntries(keys.map((key) => [key, (told[key] ?? z.unknown()).optional()])));
}
