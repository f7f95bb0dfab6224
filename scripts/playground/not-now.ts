/** What cannot happen in a conversation as it stands now; the message says why. */
export class NotNow extends Error {
  override readonly name = "NotNow";
}

/** Said where an author's own answer is tried with a real Clinc. */
export const NOBODY_ELSE = "With a real Clinc nobody else answers: start the playground without --live.";
