import type { Reply } from "../liveperson/reply.ts";
import type { Place } from "../record/place.ts";
import { type Sealing, sealingOf } from "../record/sealing.ts";
import type { Deadline } from "../runtime/deadline.ts";
import { type Memory, NOTHING_YET } from "./memory.ts";
import { Queue } from "./queue.ts";

/** A reply, and the same as JSON: so it leaves the platform, and so it is remembered. */
export type Spoken = { reply: Reply; written: string };

/** What came of a turn: its reply as JSON, or its failure on purpose. */
type Outcome = { key: string; written: string; failure?: unknown };

/** A turn's place in its conversation; leaving it tells what is remembered from now on. */
export type ConversationPlace = { isMyTurn: boolean; leave: (memory: Memory) => void };

/** One conversation on this instance: what is remembered of it, once, and in order. */
export class Conversation {
  private remembered: Memory = NOTHING_YET;
  private readonly queue = new Queue();
  private readonly underWay = new Map<string, Promise<Reply>>();
  private outcomes: readonly Outcome[] = [];
  private sealed: { appKey: string; sealing: Sealing } | undefined;

  /** @param grown hears by how many bytes the remembered replies are about to grow, or have shrunk */
  constructor(private readonly grown: (bytes: number) => void = () => {}) {}

  /** What the last turn left. */
  get memory(): Memory {
    return this.remembered;
  }

  /** What seals the conversation's record; kept, because deriving its keys costs more than using them. */
  sealingWith(appKey: string, place: Place, id: string): Sealing {
    if (this.sealed?.appKey !== appKey) this.sealed = { appKey, sealing: sealingOf(appKey, id, place) };
    return this.sealed.sealing;
  }

  /** Whether a turn is under way or waits. */
  get isBusy(): boolean {
    return !this.queue.isEmpty;
  }

  /**
   * Runs `work` once for a key, and gives every repeat the same outcome, failed ones included: LivePerson invokes at
   * least once, also at the same time, and each query moves Clinc's dialog on.
   *
   * @param key `""` is never a repeat
   * @param repeated hears of a repeat
   * @see https://developers.liveperson.com/liveperson-functions-developing-with-faas-best-practices.html
   */
  once(key: string, work: () => Promise<Spoken>, repeated: () => void): Promise<Reply> {
    const known = this.underWay.get(key) || this.outcomeOf(key);
    if (known) {
      repeated();
      return known;
    }
    const spoken = work();
    const outcome = spoken.then(({ reply }) => reply);
    if (key === "") return outcome;
    this.underWay.set(key, outcome);
    const settle = (came: Omit<Outcome, "key">) => {
      this.underWay.delete(key);
      this.remember({ key, ...came });
    };
    spoken.then(
      ({ written }) => settle({ written }),
      (failure) => settle({ written: "", failure }),
    );
    return outcome;
  }

  /**
   * Takes the next place; see {@link Queue}. What a turn remembers counts only where it was its turn: one that came too
   * late knows nothing that the earlier one, still under way, does not know better.
   */
  async enter(deadline: Deadline): Promise<ConversationPlace> {
    const { isMyTurn, leave } = await this.queue.enter(deadline);
    return {
      isMyTurn,
      leave: (memory) => {
        if (isMyTurn) this.remembered = memory;
        leave();
      },
    };
  }

  /** Forgets the oldest replies, or all of them. */
  forgetReplies(count = this.outcomes.length): void {
    const bytes = this.outcomes.slice(0, count).reduce((sum, outcome) => sum + bytesOf(outcome), 0);
    this.outcomes = this.outcomes.slice(count);
    this.grown(-bytes);
  }

  private outcomeOf(key: string): Promise<Reply> | undefined {
    const known = key === "" ? undefined : this.outcomes.find((outcome) => outcome.key === key);
    if (!known) return undefined;
    return "failure" in known ? Promise.reject(known.failure) : Promise.resolve(JSON.parse(known.written));
  }

  /** Room is made before the newest reply is among those that could go. */
  private remember(outcome: Outcome): void {
    if (this.outcomes.length === REMEMBERED_TURNS) this.forgetReplies(1);
    this.grown(bytesOf(outcome));
    this.outcomes = [...this.outcomes, outcome];
  }
}

/** A string takes two bytes a character, or one where all of them are Latin. */
function bytesOf({ written }: Outcome): number {
  return written.length * 2;
}

const REMEMBERED_TURNS = 5;

/** A bot user serves about 250 conversations at a time and at most 999. */
const REMEMBERED_CONVERSATIONS = 1_000;

/** V1 ends an instance at 256 MB; five rich replies of each of a thousand conversations would be more. */
const REMEMBERED_BYTES = 16_000_000;

/** Clinc itself forgets a dialog after ten minutes; a day-old misunderstanding is nobody's streak. */
const FORGOTTEN_AFTER_MS = 60 * 60_000;

/** The conversations of this instance, bounded in number, time and bytes. */
export class Conversations {
  private readonly kept = new Map<string, { conversation: Conversation; usedAt: number }>();
  private bytes = 0;

  /** The conversation of this id, a new one if it is not remembered. */
  of(id: string): Conversation {
    const now = Date.now();
    const found = this.kept.get(id);
    const isFresh = found && (found.conversation.isBusy || now - found.usedAt < FORGOTTEN_AFTER_MS);
    if (found && !isFresh) this.forget(id, found.conversation);
    const conversation = isFresh ? found.conversation : new Conversation((bytes) => this.makeRoom(bytes));
    this.kept.delete(id);
    this.kept.set(id, { conversation, usedAt: now });
    this.forgetUnused(id, now);
    return conversation;
  }

  /**
   * A Map keeps the order of insertion, so the longest unused stand first. One with a turn under way stays: its repeats
   * and its next messages are the likeliest of all to come. So does the one that was asked for.
   */
  private forgetUnused(asked: string, now: number): void {
    for (const [id, { conversation, usedAt }] of this.kept) {
      if (this.kept.size <= REMEMBERED_CONVERSATIONS && now - usedAt < FORGOTTEN_AFTER_MS) return;
      if (!conversation.isBusy && id !== asked) this.forget(id, conversation);
    }
  }

  private forget(id: string, conversation: Conversation): void {
    conversation.forgetReplies();
    this.kept.delete(id);
  }

  /** The replies of the longest unused conversations go first, until the new ones fit. */
  private makeRoom(growth: number): void {
    this.bytes += growth;
    if (growth <= 0) return;
    for (const { conversation } of this.kept.values()) {
      if (this.bytes <= REMEMBERED_BYTES) return;
      conversation.forgetReplies();
    }
  }
}
