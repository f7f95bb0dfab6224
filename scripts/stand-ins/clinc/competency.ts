import type { Decision } from "../../conversations/clinc-reply.ts";

/** What the bank knows of a dialog. */
export type Dialog = {
  sessionId: string;
  usedAt: number;
  pending: Competency | undefined;
  slots: Record<string, string>;
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
