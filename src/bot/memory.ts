import type { OpenChoices, Outcome } from "../answer/answer.ts";

/**
 * What is remembered of a conversation: a plain value that a turn takes and gives back changed. It is for comfort only;
 * LivePerson may end an instance at any moment and run several side by side, so all of it may be lost without harm.
 */
export type Memory = {
  /** Answers in a row that Clinc gave without understanding. */
  readonly misunderstood: number;
  /** Turns in a row that Clinc could not answer. */
  readonly failed: number;
  /** When the bot last handed this conversation over; milliseconds since the epoch, 0 for never. */
  readonly transferredAt: number;
  /** The consumer's language as an event last told it, two small letters; `""` where none did. */
  readonly language: string;
  /** The consumer's own words that Clinc was asked last, or may have been asked; as they were typed. */
  readonly lastWords: string;
  /** The consumer wrote last where everybody can read it. */
  readonly isPublic: boolean;
  /** When `PUBLIC_MESSAGE` was said last; milliseconds since the epoch, 0 for never. */
  readonly invitedAt: number;
  /** What the consumer may choose from until Clinc has answered the next question. */
  readonly open: OpenChoices;
  /** Name and score of the last intents, for the agent. */
  readonly intents: readonly string[];
  /** Allowlisted slots of the last answer that had any, masked, for the agent. */
  readonly slots: readonly string[];
};

/** Nothing is open. */
export const NO_CHOICES: OpenChoices = { shown: [], numbered: [] };

/** What is known of a conversation that has just begun. */
export const NOTHING_YET: Memory = {
  misunderstood: 0,
  failed: 0,
  transferredAt: 0,
  language: "",
  lastWords: "",
  isPublic: false,
  invitedAt: 0,
  open: NO_CHOICES,
  intents: [],
  slots: [],
};

/** The same conversation; an event that does not tell the language was sent in the one that was told before. */
export function inLanguage(memory: Memory, told: string): Memory {
  return told === "" || told === memory.language ? memory : { ...memory, language: told };
}

/** What is remembered after a turn; one that offered nothing leaves open what was open. */
export function afterwards(memory: Memory, outcome: Outcome, offered: OpenChoices): Memory {
  const isOffering = offered.shown.length + offered.numbered.length > 0;
  const next = isOffering ? { ...memory, open: offered } : memory;
  return outcome.kind === "transfer" ? handedOver(next) : next;
}

/** The bot is out; should the conversation come back, it starts with clean counts and without the old details. */
function handedOver(memory: Memory): Memory {
  return { ...memory, transferredAt: Date.now(), misunderstood: 0, failed: 0, slots: [] };
}
