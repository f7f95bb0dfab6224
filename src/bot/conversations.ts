import type { Deadline } from "../runtime/deadline.ts";

/** A label and what it means. */
type Offered = { title: string; say: string };

/**
 * What an instance remembers of one conversation, for comfort only: LivePerson may end an instance at any moment and
 * run several side by side, so everything here may be lost or missing without harm.
 */
export class Conversation {
  /** Answers in a row that Clinc gave without understanding. */
  misunderstood = 0;
  /** Turns in a row that Clinc could not answer. */
  failed = 0;
  /** When the bot last handed this conversation over; milliseconds since the epoch. */
  transferredAt = Number.NEGATIVE_INFINITY;
  /** The words that Clinc was asked last. */
  lastWords = "";
  /** What the consumer was offered in the last turn. */
  open: { shown: readonly Offered[]; numbered: readonly Offered[] } = { shown: [], numbered: [] };
  /** Name and score of the last intents, for the agent. */
  intents: string[] = [];
  /** Allowlisted slots of the last answer that had any, masked, for the agent. */
  slots: string[] = [];

  private tail: Promise<void> | undefined;
  private readonly recent: Array<{ key: string; outcome: Promise<unknown> }> = [];

  /** The bot is out; should the conversation come back, it starts with clean counts. */
  handedOver(): void {
    this.transferredAt = Date.now();
    this.misunderstood = 0;
    this.failed = 0;
  }

  /**
   * Runs `work` once for a key, and gives every repeat the same outcome, failed ones included: LivePerson invokes at
   * least once, also at the same time, and each query moves Clinc's dialog on.
   *
   * @param key `""` is never a repeat
   * @param repeated hears of a repeat
   * @see https://developers.liveperson.com/liveperson-functions-developing-with-faas-best-practices.html
   */
  once<T>(key: string, work: () => Promise<T>, repeated = () => {}): Promise<T> {
    const known = key && this.recent.find((turn) => turn.key === key);
    if (known) {
      repeated();
      return known.outcome as Promise<T>;
    }
    const outcome = work();
    if (key) {
      this.recent.push({ key, outcome });
      if (this.recent.length > REMEMBERED_TURNS) this.recent.shift();
    }
    return outcome;
  }

  /** Whether a turn is under way or waits. */
  get isBusy(): boolean {
    return this.tail !== undefined;
  }

  /**
   * Runs `work` after all that came before it in this conversation. A turn whose patience ends first leaves the queue,
   * and those behind it still wait for those before it.
   *
   * @throws what `late` makes, when patience ends
   */
  async inOrder<T>(patience: Deadline, late: () => Error, work: () => Promise<T>): Promise<T> {
    const previous = this.tail;
    let leave = () => {};
    const mine = new Promise<void>((resolve) => {
      leave = resolve;
    });
    const tail = previous ? previous.then(() => mine) : mine;
    this.tail = tail;
    let isMyTurn = !previous;
    try {
      if (previous) await patience.within(previous, late);
      isMyTurn = true;
      return await work();
    } finally {
      leave();
      if (isMyTurn && this.tail === tail) this.tail = undefined;
    }
  }
}

const REMEMBERED_TURNS = 5;

/** A bot user serves about 250 conversations at a time and at most 999. */
const REMEMBERED_CONVERSATIONS = 1_000;

/** Clinc itself forgets a dialog after ten minutes; a day-old misunderstanding is nobody's streak. */
const FORGOTTEN_AFTER_MS = 60 * 60_000;

/** The conversations of this instance, bounded in number and time. */
export class Conversations {
  private readonly kept = new Map<string, { conversation: Conversation; usedAt: number }>();

  /** The conversation of this id, a new one if it is not remembered. */
  of(id: string): Conversation {
    const now = Date.now();
    const found = this.kept.get(id);
    const isFresh = found && now - found.usedAt < FORGOTTEN_AFTER_MS;
    const conversation = isFresh ? found.conversation : new Conversation();
    this.kept.delete(id);
    this.kept.set(id, { conversation, usedAt: now });
    this.forget(now);
    return conversation;
  }

  /**
   * A Map keeps the order of insertion, so the longest unused stand first. One with a turn under way stays: its repeats
   * and its next messages are the likeliest of all to come.
   */
  private forget(now: number): void {
    for (const [id, { conversation, usedAt }] of this.kept) {
      if (this.kept.size <= REMEMBERED_CONVERSATIONS && now - usedAt < FORGOTTEN_AFTER_MS) return;
      if (!conversation.isBusy) this.kept.delete(id);
    }
  }
}
