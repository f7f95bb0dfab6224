import * as z from "zod/mini";
import {
  anything,
  asNumber,
  flag,
  isJsonObject,
  type JsonObject,
  list,
  number,
  readAs,
  type Tolerant,
  text,
} from "../runtime/tolerant.ts";

/**
 * What a record holds. A schema serves both ways: it reads what an older or newer version has written, a missing or
 * mistyped field becoming its empty value, and it is the list of what may leave. What it does not name does neither.
 */
const only = <Shape extends Record<string, Tolerant>>(shape: Shape) => {
  const fields = Object.entries(shape);
  return z.transform((value: unknown) => {
    const given: JsonObject = isJsonObject(value) ? value : {};
    const read: JsonObject = {};
    for (const [name, schema] of fields) read[name] = readAs(schema, given[name]);
    return read as { [Name in keyof Shape]: z.infer<Shape[Name]> };
  });
};

/** Ids and names are much shorter. */
const LONGEST = 256;

const short = z.transform((value: unknown): string => readAs(text, value).slice(0, LONGEST));
const count = z.transform((value: unknown): number => asNumber(value) ?? 0);

/** See `Sealing`: nothing else passes for one, so that no text can leave in its place. */
const fingerprint = z.transform((value: unknown): string =>
  typeof value === "string" && /^[\w+/]{22}==$/.test(value) ? value : "",
);

/** Milliseconds since the epoch. */
const time = count;

/** In both properties: the version of the shape, and how often and when the record was last written. */
const stamp = { v: count, rev: count, at: time };

/** What became of a turn, as far as an agent may know. */
export const turnShape = only({
  at: time,
  said: short,
  intent: short,
  name: short,
  score: count,
  outcome: short,
  state: short,
  /** Clinc's id of the query. */
  qid: short,
});

/** The readable part of the property `agent`, for who takes over. */
export const agentShape = only({ ...stamp, why: short, turns: list(turnShape), sealed: text });

/** Label and value of each detail that an agent may see. */
const details = z.transform(
  (value: unknown): Record<string, string> =>
    Object.fromEntries(
      Object.entries(isJsonObject(value) ? value : {}).map(([label, detail]) => [
        label,
        readAs(short, detail),
      ]),
    ),
);

/** The sealed part of `agent`: the details of the turns that had any, by the turn's time. */
export const agentSecrets = list(only({ at: time, details }));

/** The readable part of the property `bot`, for the next turn on whatever instance. */
export const botShape = only({
  ...stamp,
  dialog: short,
  /** Of the last event; LivePerson counts from 0, and some events have none. */
  sequence: number,
  /** How many messages the last reply had. */
  messages: count,
  misunderstood: count,
  failed: count,
  transferredAt: time,
  isPublic: flag,
  language: short,
  /** Clinc's id of its session. */
  session: short,
  /** Clinc has started over since the conversation was last handed over. */
  isRestarted: flag,
  lastWords: fingerprint,
  sealed: text,
});

const choices = list(only({ title: text, say: text }));

/** The sealed part of `bot`: what the consumer may choose from, since when, and the last replies by their keys. */
export const botSecrets = only({
  open: only({ at: time, shown: choices, numbered: choices }),
  replies: list(only({ key: fingerprint, reply: anything })),
});

/** Says that a turn is under way; see `claims.ts`. */
export const claimShape = only({
  by: short,
  key: fingerprint,
  dialog: short,
  sequence: count,
  at: time,
  forMs: count,
  done: flag,
});

/** A turn's claim, as it stands in a property of its own. */
export type Claim = z.infer<typeof claimShape>;

/** A record as it was read; `""` and 0 stand for what there is not. What is sealed is still to be unsealed. */
export type ConversationRecord = {
  agent: z.infer<typeof agentShape>;
  bot: z.infer<typeof botShape>;
  claims: Claim[];
};

/**
 * Reads the properties of a conversation.
 *
 * @param since milliseconds since the epoch; what was written before counts as not there
 */
export function parseRecord(properties: JsonObject, since: number): ConversationRecord {
  const fresh = (value: unknown) => (readAs(written, value).at < since ? undefined : value);
  const claims = Object.keys(properties).filter((name) => /^claim/.test(name));
  return {
    agent: readAs(agentShape, fresh(properties.agent)),
    bot: readAs(botShape, fresh(properties.bot)),
    claims: claims.map((name) => readAs(claimShape, properties[name])),
  };
}

const written = only({ at: time });
