import type { Decision } from "../../conversations/clinc-reply.ts";
import type { Position } from "./branches.ts";

/** What the bank knows of a dialog. */
export type Dialog = {
  sessionId: string;
  usedAt: number;
  pending: Competency | undefined;
  slots: Record<string, string>;
  /** Where the customer is, as the query of this turn tells it. */
  position: Position | undefined;
};

/** One thing that the bank can talk about. */
export type Competency = {
  name: string;
  /** Utterances that start it. */
  starts: RegExp;
  /** Decides the next step from the words and what is known; `again` is true on its later turns. */
  step(
    words: string,
    dialog: Dialog,
    again: boolean,
  ): Omit<Decision, "intent" | "competency" | "probability"> & { isOpen?: boolean; probability?: number };
};
