import { randomUUID } from "node:crypto";
import * as z from "zod";
import { parseEvent } from "../../src/liveperson/consumer-turn.ts";
import {
  filePayload,
  locationPayload,
  NETWORK_NAMES,
  type Payload,
  type Place,
  socialPayload,
  textPayload,
  welcomePayload,
} from "./payloads.ts";

const words = z.string().min(1);
const network = z.enum(NETWORK_NAMES);

/**
 * What words alone cannot say, in short: a post that everybody can read, a direct message on a social network, a file
 * with its caption, a location in degrees, and a welcome with what the consumer said last (on chat, where it opens the chat, nothing).
 *
 * @example { "post": "What is my balance?", "on": "Facebook" }
 * @example { "direct": "What is my balance?", "on": "Twitter" }
 * @example { "file": "Why was I charged this?" }
 * @example { "location": { "lat": 53.8, "lon": -1.55 } }
 * @example { "welcome": "" }
 */
export const shortTurns = [
  z.strictObject({ post: words.describe("A post that everybody can read."), on: network }),
  z.strictObject({ direct: words.describe("A direct message on a social network."), on: network }),
  z.strictObject({ file: z.string().describe("The caption of a file; empty for none.") }),
  z.strictObject({
    location: z
      .strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) })
      .describe("A location that is shared, in degrees."),
  }),
  z.strictObject({
    welcome: z.string().describe("A conversation comes back, and what was said last; on chat, it opens."),
  }),
] as const;

/** One of the {@link shortTurns}. */
const shortTurn = z.union(shortTurns);

/** A turn as it is written: the consumer's words, one of the {@link shortTurns}, or a whole payload for anything else. */
export type WrittenTurn = string | z.infer<typeof shortTurn> | Record<string, unknown>;

/** An id as LivePerson gives it on this surface. */
export function newConversationId(isChat: boolean): string {
  return isChat ? `H${Date.now()}-${randomUUID().slice(0, 8)}K1` : randomUUID();
}

/** The input of the function for a turn. */
export function inputOf(turn: WrittenTurn, where: Place): unknown {
  if (typeof turn === "string") return input(textPayload(turn, where));
  const short = shortTurn.safeParse(turn);
  if (short.success) return input(payloadOf(short.data, where));
  return "payload" in turn ? turn : input({ convId: where.conversationId, ...turn });
}

function payloadOf(turn: z.infer<typeof shortTurn>, where: Place): Payload {
  if ("post" in turn) return socialPayload(turn.post, { on: turn.on, channel: "Public" }, where);
  if ("direct" in turn) return socialPayload(turn.direct, { on: turn.on, channel: "Private" }, where);
  if ("file" in turn) return filePayload(turn.file, where);
  if ("location" in turn) return locationPayload(where, turn.location);
  return welcomePayload(turn.welcome, where);
}

/** What the consumer said or did with an event, for people. */
export function describe(event: unknown): string {
  const { said } = parseEvent(event);
  if (said.kind === "words") return said.words;
  if (said.kind === "unsupported") return `(${said.what})`;
  if (said.kind === "public") return `(in public) ${textOf(event)}`.trim();
  if (said.kind === "not_consumer") return "(not the consumer's)";
  return said.kind === "welcome" && said.lastMessage !== ""
    ? `(welcome, last said: ${said.lastMessage})`
    : `(${said.kind})`;
}

/** The function leaves behind what was said in public; people may read it. */
function textOf(event: unknown): string {
  const { payload } = event as { payload?: { message?: unknown } };
  return typeof payload?.message === "string" ? payload.message : "";
}

/** What a function gets beside the payload. */
export function input(payloadOfEvent: unknown): Record<string, unknown> {
  return { timestamp: Date.now(), headers: [], payload: payloadOfEvent };
}
