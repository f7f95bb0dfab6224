import type { OpenChoices, Outcome } from "../answer/answer.ts";
import type { ConsumerTurn } from "../liveperson/consumer-turn.ts";
import type { Message, Reply } from "../liveperson/reply.ts";
import type { BotSecrets, RecordedTurn } from "../record/properties.ts";

/**
 * What is remembered of a conversation: a plain value that a turn takes and gives back changed. It is for comfort only;
 * LivePerson may end an instance at any moment and run several side by side, so all of it may be lost without harm.
 */
export type Memory = {
  /** How often the conversation's record was written, or should have been. */
  readonly rev: number;
  /** Answers in a row that Clinc gave without understanding. */
  readonly misunderstood: number;
  /** Turns in a row that Clinc could not answer. */
  readonly failed: number;
  /** When the bot last handed this conversation over; milliseconds since the epoch, 0 for never. */
  readonly transferredAt: number;
  /** Why it did. */
  readonly why: string;
  /** The consumer's language as an event last told it, two small letters; `""` where none did. */
  readonly language: string;
  /** The consumer's own words that Clinc was asked last, or may have been asked; as they were typed. */
  readonly lastWords: string;
  /** The fingerprint of those that were asked elsewhere; it counts where there are none of our own. */
  readonly lastMark: string;
  /** The consumer wrote last where everybody can read it. */
  readonly isPublic: boolean;
  /** When `PUBLIC_MESSAGE` was said last; milliseconds since the epoch, 0 for never. */
  readonly invitedAt: number;
  /** What the consumer may choose from until Clinc has answered the next question, and since when. */
  readonly open: OpenChoices & { readonly at: number };
  /** Clinc's id of its session; `""` where it told none. */
  readonly session: string;
  /** Clinc lost its dialog since the conversation was last handed over. */
  readonly isRestarted: boolean;
  /** The last turns that Clinc answered, the oldest first. */
  readonly turns: readonly RecordedTurn[];
  /** With a record: the last replies by the fingerprints of their events, the oldest first. */
  readonly replies: BotSecrets["replies"];
  /** The last event with a number that was answered. */
  readonly seen: Seen;
};

/** An event's place in the conversation, `undefined` for one without a number, and the messages of the bot that came after. */
export type Seen = {
  readonly dialog: string;
  readonly sequence: number | undefined;
  readonly messages: number;
};

/** Nothing is open. */
export const NO_CHOICES: Memory["open"] = { at: 0, shown: [], numbered: [] };

/** What is known of a conversation that has just begun. */
export const NOTHING_YET: Memory = {
  rev: 0,
  misunderstood: 0,
  failed: 0,
  transferredAt: 0,
  why: "",
  language: "",
  lastWords: "",
  lastMark: "",
  isPublic: false,
  invitedAt: 0,
  open: NO_CHOICES,
  session: "",
  isRestarted: false,
  turns: [],
  replies: [],
  seen: { dialog: "", sequence: undefined, messages: 0 },
};

/** The same conversation; an event that does not tell the language was sent in the one that was told before. */
export function inLanguage(memory: Memory, told: string): Memory {
  return told === "" || told === memory.language ? memory : { ...memory, language: told };
}

/** What is remembered after a turn; one that offered nothing leaves open what was open. */
export function afterwards(
  memory: Memory,
  { dialog, sequence }: ConsumerTurn,
  outcome: Outcome,
  { reply, open }: { reply: Reply; open: OpenChoices },
): Memory {
  const number = numberOf(sequence);
  const late = dialog === memory.seen.dialog ? saidAfter(memory.seen, number) : 0;
  const messages = reply.messages.filter(isShown).length + late;
  const isOffering = open.shown.length + open.numbered.length > 0;
  const next = {
    ...memory,
    open: isOffering ? { ...open, at: Date.now() } : memory.open,
    seen: number === undefined ? memory.seen : { dialog, sequence: number, messages },
  };
  return outcome.kind === "transfer" ? handedOver(next, outcome.why) : next;
}

/** The bot is out; should the conversation come back, it starts with clean counts and without the old details. */
function handedOver(memory: Memory, why: string): Memory {
  const clean = { misunderstood: 0, failed: 0, isRestarted: false };
  return { ...memory, ...clean, transferredAt: Date.now(), why };
}

/** An event's number; some have none. */
export function numberOf(sequence: string): number | undefined {
  return sequence === "" || Number.isNaN(Number(sequence)) ? undefined : Number(sequence);
}

/** So many messages of our last reply came after this event: the consumer did not wait for them. */
function saidAfter({ sequence = Number.NaN, messages }: Seen, number = Number.NaN): number {
  return Math.min(messages, Math.max(0, sequence + messages + 1 - number)) || 0;
}

/** A pause is no message, and has no number of its own. */
function isShown(message: Message): boolean {
  return typeof message === "string" || !("delay" in message);
}
