import type { Problem } from "./state.ts";

/** Why a card has nothing to show, and what the agent can do. */
export type Trouble = { title: string; text: string; canRetry: boolean; until?: number };

/** What is said of a call that came to nothing. */
export function troubleOf({ code, until }: Problem): Trouble {
  const { title, text } = TROUBLES[code];
  return { title, text, canRetry: true, ...(until !== undefined && { until }) };
}

const UNAVAILABLE = {
  title: "The desk does not answer",
  text: "Your bank’s own server for this panel cannot be reached now. The conversation is not touched by this.",
};

const TROUBLES: Record<Problem["code"], { title: string; text: string }> = {
  unavailable: UNAVAILABLE,
  not_found: UNAVAILABLE,
  too_many: { title: "Too many at once", text: "The desk takes no more requests for a moment." },
  not_assigned: {
    title: "Not your conversation",
    text: "LivePerson says that another agent holds it. Take it over first.",
  },
  bad_request: {
    title: "The desk did not take this",
    text: "It could not read the request of this panel. Your administrator finds it in the desk’s log.",
  },
  sign_in_required: { title: "You are signed out", text: "Sign in again to go on." },
};
