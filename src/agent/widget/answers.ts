import type { BriefingAnswer, SuggestionAnswer } from "../api.ts";
import { type Came, known, type Step, type Task, type Told } from "./happening.ts";
import type { State } from "./state.ts";

/** What the desk says of the conversation, or why it says nothing. */
export function briefed(state: State, came: Came<BriefingAnswer>): Step {
  if ("answer" in came) return known({ ...state, briefing: { kind: "answered", answer: came.answer } });
  if (came.problem.code === "sign_in_required")
    return known(signedOut({ ...state, briefing: { kind: "unasked" } }));
  return known({ ...state, briefing: { kind: "failed", problem: came.problem } });
}

/** An answer for a line that is not the newest any more is never shown; the desk learns that it came too late. */
export function suggested(
  state: State,
  { conversation, line, came }: { conversation: string; line: string; came: Came<SuggestionAnswer> },
): Step {
  const isLate = conversation !== state.seat.conversation || line !== state.newest?.id;
  if ("answer" in came) {
    const { id, status } = came.answer;
    const tell = (event: Told): Task[] =>
      status === "ok" ? [{ do: "tell", conversation, suggestionId: id, event }] : [];
    if (isLate || state.suggestion.kind !== "asking") return { state, tasks: tell("retired") };
    const suggestion = { kind: "answered", answer: came.answer, isUsed: false, isCopied: false } as const;
    return { state: { ...state, suggestion }, tasks: tell("shown") };
  }
  if (isLate || state.suggestion.kind !== "asking") return known(state);
  const { problem } = came;
  if (problem.code === "sign_in_required")
    return known(signedOut({ ...state, suggestion: { kind: "unasked" } }));
  const wait: Task[] = problem.until === undefined ? [] : [{ do: "wait", line, until: problem.until }];
  return { state: { ...state, suggestion: { kind: "failed", problem } }, tasks: wait };
}

/** The desk takes the token no more: a new session is opened, quietly if it can be, and then what is missing is asked for. */
function signedOut(state: State): State {
  return state.session.kind === "open" ? { ...state, session: { kind: "none" } } : state;
}
