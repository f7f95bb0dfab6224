import type { Turn } from "../read/line.ts";

/** What is known of one conversation. */
type Known = { day: string; isHandedOver: boolean; isClosed: boolean };

/** What a conversation came to, as far as the bot's log tells. */
export type ConversationFigures = { total: number; handedOver: number; closed: number; contained: number };

/** What is said in such a turn is nothing that the bot had to answer. */
const NO_CONVERSATION = ["probe", "not_consumer", "public", "repeat"];

/** Tells conversations apart by their ids. */
export class Conversations {
  private readonly known = new Map<string, Known>();

  /** @returns whether the conversation is new */
  add({ conversation = "", said, outcome }: Turn, day: string): boolean {
    if (conversation === "" || NO_CONVERSATION.includes(said)) return false;
    const before = this.known.get(conversation);
    const known = before ?? { day, isHandedOver: false, isClosed: false };
    known.isHandedOver ||= outcome === "transfer";
    known.isClosed ||= outcome === "close";
    if (!before) this.known.set(conversation, known);
    return !before;
  }

  figures(): ConversationFigures {
    const all = [...this.known.values()];
    const handedOver = all.filter(({ isHandedOver }) => isHandedOver).length;
    const closed = all.filter(({ isClosed, isHandedOver }) => isClosed && !isHandedOver).length;
    return { total: all.length, handedOver, closed, contained: all.length - handedOver };
  }

  /** Of those that began on each day, how many were handed over. */
  handedOverByDay(): Map<string, number> {
    const byDay = new Map<string, number>();
    for (const { day, isHandedOver } of this.known.values())
      if (isHandedOver) byDay.set(day, (byDay.get(day) ?? 0) + 1);
    return byDay;
  }
}
