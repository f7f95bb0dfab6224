import * as z from "zod";
import { FILE_SENTINEL, RICH_CONTENT_SENTINEL } from "../../src/liveperson/event.ts";
import { type Place, textPayload } from "../conversations/events.ts";

/** What can happen in a conversation, as the page asks for it. */
export const act = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("words"), text: z.string().trim().min(1).max(5_000) }),
  z.strictObject({
    kind: z.literal("click"),
    text: z.string().min(1).max(5_000),
    metadata: z.array(z.record(z.string(), z.unknown())).max(100),
  }),
  /** A chat opens, or a messaging conversation comes back from an agent. */
  z.strictObject({ kind: z.literal("welcome") }),
  z.strictObject({ kind: z.literal("file") }),
  z.strictObject({ kind: z.literal("location") }),
  z.strictObject({ kind: z.literal("blank") }),
  /** The platform delivers the event before this one once more. */
  z.strictObject({ kind: z.literal("again") }),
]);

/** Something that happened; `written` came from a file. */
export type Act = z.infer<typeof act> | { kind: "written"; turn: Record<string, unknown> };

/** What is not just words, in words. */
export const HOW: Record<Act["kind"], string> = {
  words: "",
  click: "clicked",
  welcome: "welcome event",
  file: "sent a file",
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
      return welcome(place, acts.slice(0, index));
    case "file":
      return changed(textPayload(FILE_SENTINEL, place), { event: FILE });
    case "location":
      return changed(textPayload(RICH_CONTENT_SENTINEL, place), { event: LOCATION });
    case "blank":
      return textPayload("", place);
    case "again":
      return index === 0 ? textPayload("", place) : turnOf(acts, index - 1, where);
  }
}

const FILE = {
  type: "ContentEvent",
  contentType: "hosted/file",
  message: { caption: "", relativePath: "/file/1.png", fileType: "PNG", preview: "" },
};
const LOCATION = {
  type: "RichContentEvent",
  content: { type: "vertical", elements: [{ type: "map", la: 53.8, lo: -1.55, alt: "53.8, -1.55" }] },
};

type Payload = ReturnType<typeof textPayload>;

function changed(payload: Payload, lpEvent: Record<string, unknown>): Record<string, unknown> {
  const { context } = payload;
  return { ...payload, context: { ...context, lpEvent: { ...context.lpEvent, ...lpEvent } } };
}

/** Messaging has no welcome but for a conversation that is transferred to the bot; it tells what was said last. */
function welcome(place: Place, before: readonly Act[]): Record<string, unknown> {
  if (place.isChat) {
    const opening = { by: "info", source: "system", sequenceId: 0, isWelcomeEvent: true };
    return { ...changed(textPayload("", place), opening), event: { name: "WELCOME" } };
  }
  const said = before
    .flatMap((one) => (one.kind === "words" || one.kind === "click" ? [one.text] : []))
    .at(-1);
  const lpEvent = {
    type: "ContentEvent",
    content: "welcome",
    ...(said !== undefined && { lastConsumerMessage: said }),
  };
  return { message: "", convId: place.conversationId, context: { lpEvent } };
}
