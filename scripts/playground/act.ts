import * as z from "zod";
import { ownAnswer } from "../conversations/own-answer.ts";
import {
  changed,
  filePayload,
  locationPayload,
  type Place,
  socialPayload,
  textPayload,
  welcomePayload,
} from "../conversations/payloads.ts";
import type { Beside } from "../conversations/turns.ts";

/** What can happen in a conversation, as the page asks for it. */
export const act = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("words"),
    text: z.string().trim().min(1).max(5_000),
    /** What an author has written in place of Clinc's answer. */
    clinc: ownAnswer.optional(),
  }),
  z.strictObject({
    kind: z.literal("click"),
    text: z.string().min(1).max(5_000),
    metadata: z.array(z.record(z.string(), z.unknown())).max(100),
  }),
  /** A chat opens, or a messaging conversation comes back from an agent. */
  z.strictObject({
    kind: z.literal("welcome"),
    /** The consumer's last words to the agent; without any, those to the bot count. */
    last: z.string().max(5_000).optional(),
  }),
  z.strictObject({ kind: z.literal("file") }),
  /** A file with a question below it. */
  z.strictObject({ kind: z.literal("caption") }),
  /** A question on a social network, where everybody can read it. */
  z.strictObject({ kind: z.literal("post") }),
  z.strictObject({ kind: z.literal("location") }),
  z.strictObject({ kind: z.literal("blank") }),
  /** The platform delivers the event before this one once more. */
  z.strictObject({ kind: z.literal("again") }),
]);

/** Something that happened; `written` came from a file. */
export type Act = z.infer<typeof act> | { kind: "written"; turn: Record<string, unknown> };

/** An act that has happened, what was wrong with Clinc then, and what was written beside it. */
export type PastAct = Beside & { act: Act; fault: string };

/** What is not just words, in words. */
export const HOW: Record<Act["kind"], string> = {
  words: "",
  click: "clicked",
  welcome: "welcome event",
  file: "sent a file",
  caption: "sent a file with a caption",
  post: "",
  location: "shared a location",
  blank: "sent a blank message",
  again: "the same event, delivered once more",
  written: "",
};

/** The bot event of an act, as the platform sends it on this surface. */
export function turnOf(
  acts: readonly Act[],
  index: number,
  where: Omit<Place, "index">,
): Record<string, unknown> {
  const place = { ...where, index };
  const one = acts[index];
  switch (one?.kind) {
    case undefined:
      throw new Error(`There is no turn ${index}`);
    case "written":
      return one.turn;
    case "words":
      return textPayload(one.text, place);
    case "click":
      return changed(textPayload(one.text, place), { metadata: one.metadata });
    case "welcome":
      return welcomePayload(one.last ?? lastWords(acts.slice(0, index)), place);
    case "file":
      return filePayload("", place);
    case "caption":
      return filePayload(QUESTION, place);
    case "post":
      return socialPayload(QUESTION, { on: "Facebook", channel: "Public" }, place);
    case "location":
      return locationPayload(place);
    case "blank":
      return textPayload("", place);
    case "again":
      return index === 0 ? textPayload("", place) : turnOf(acts, index - 1, where);
  }
}

/** What is asked where a click says no words. */
const QUESTION = "What is my balance in checking?";

/** What a conversation that comes back from an agent brings along. */
function lastWords(before: readonly Act[]): string {
  const said = before.flatMap((one) => ("text" in one ? [one.text] : []));
  return said.at(-1) ?? "";
}
