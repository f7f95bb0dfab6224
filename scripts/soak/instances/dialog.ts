import { input, inputOf } from "../../conversations/events.ts";
import { textPayload } from "../../conversations/payloads.ts";
import { numbered } from "../numbered.ts";
import type { Message } from "./play.ts";

/**
 * What moves LivePerson's sequence of a dialog on: every message, and in the second world also the receipts that it was
 * accepted and that it was read. Which of them is true of an account is not documented; what proves in one that nothing
 * happened in between may prove nothing in the other.
 */
export const WORLDS = { "messages only": 1, "messages and receipts": 3 } as const;

/** The name of one. */
export type World = keyof typeof WORLDS;

/** The events of one conversation, as LivePerson numbers and delivers them. */
export class Dialog {
  private sequence = 0;
  private lastWords = "";
  private readonly inputs = new Map<number, unknown>();

  constructor(
    private readonly conversationId: string,
    private readonly world: World,
  ) {}

  /** The event of a message: a new one when it is sent first, and the same for every repeat. */
  inputOf(message: Message, number: number): unknown {
    const made = this.inputs.get(number) ?? this.event(message, number);
    this.inputs.set(number, made);
    return made;
  }

  /** The bot has published so many messages. */
  published(messages: number): void {
    this.sequence += messages * WORLDS[this.world];
  }

  private event({ words, isReturn }: Message, number: number): unknown {
    const where = { conversationId: this.conversationId, index: this.sequence, isChat: false };
    if (isReturn) {
      const lpEvent = { type: "ContentEvent", content: "welcome", lastConsumerMessage: this.lastWords };
      return inputOf({ message: "", context: { lpEvent } }, where);
    }
    this.published(1);
    this.lastWords = words ?? numbered("message", number);
    return input(textPayload(this.lastWords, where));
  }
}
