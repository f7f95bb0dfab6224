import type { BriefingAnswer, SuggestionAnswer } from "../api.ts";
import { isAfter, type Line } from "./lines.ts";
import {
  draftOf,
  isSpectator,
  openLine,
  type Problem,
  type Seat,
  type Session,
  START,
  type State,
} from "./state.ts";

/** What has happened, in the workspace, at the desk or by the agent's hand. */
export type Happening =
  | { kind: "workspace"; is: State["workspace"] }
  | { kind: "seat"; seat: Partial<Seat> }
  | { kind: "lines"; lines: readonly Line[] }
  | { kind: "session"; session: Session }
  | { kind: "briefed"; conversation: string; came: Came<BriefingAnswer> }
  | { kind: "suggested"; conversation: string; line: string; came: Came<SuggestionAnswer> }
  | { kind: "ask"; what: "briefing" | "suggestion" }
  | { kind: "waited"; line: string }
  | { kind: "used" | "copied" | "good" | "bad"; id: string }
  | { kind: "refused"; id: string; what: "use" | "copy" };

/** What came of a call. */
export type Came<Answer> = { answer: Answer } | { problem: Problem };

/** What is to be done about it. */
export type Task =
  | { do: "open_session" }
  | { do: "brief"; conversation: string }
  | { do: "suggest"; conversation: string; line: Line }
  | { do: "tell"; conversation: string; suggestionId: string; event: Told }
  | { do: "wait"; line: string; until: number };

/** What the desk is told of a suggestion. */
export type Told = "shown" | "used" | "copied" | "good" | "bad" | "retired";

export type Step = { state: State; tasks: Task[] };

/** One step: what has happened changes what is known, and then whatever is missing is asked for. */
export function step(before: State, happening: Happening): Step {
  const { state, tasks } = after(before, happening);
  const settled = settle(state);
  return { state: settled.state, tasks: [...tasks, ...settled.tasks] };
}

function after(state: State, happening: Happening): Step {
  switch (happening.kind) {
    case "workspace":
      return known({ ...state, workspace: happening.is });
    case "seat":
      return seated(state, { ...state.seat, ...happening.seat });
    case "lines":
      return happening.lines.reduce<Step>(
        ({ state, tasks }, line) => {
          const next = heard(state, line);
          return { state: next.state, tasks: [...tasks, ...next.tasks] };
        },
        { state, tasks: [] },
      );
    case "session":
      return known({ ...state, session: happening.session });
    case "briefed":
      return happening.conversation === state.seat.conversation
        ? briefed(state, happening.came)
        : known(state);
    case "suggested":
      return suggested(state, happening);
    case "ask":
      return asked(state, happening.what);
    case "waited":
      return isWaiting(state, happening.line)
        ? known({ ...state, suggestion: { kind: "unasked" } })
        : known(state);
    case "refused":
      return refused(state, happening.id, happening.what);
    default:
      return judged(state, happening.kind, happening.id);
  }
}

/** Another conversation starts with nothing; a suggestion that stood there is withdrawn. */
function seated(state: State, seat: Seat): Step {
  if (state.seat.conversation === "" || seat.conversation === state.seat.conversation)
    return known({ ...state, seat });
  const { newest: _, ...rest } = state;
  const { seen, briefing, suggestion } = START;
  return { state: { ...rest, seat, seen, briefing, suggestion }, tasks: retired(state) };
}

/** Any newer line, whoever's, takes the suggestion away. */
function heard(state: State, line: Line): Step {
  if (state.seen.has(line.id)) return known(state);
  const seen = new Set([...state.seen, line.id]);
  if (state.newest && !isAfter(line, state.newest)) return known({ ...state, seen });
  return { state: { ...state, seen, newest: line, suggestion: { kind: "unasked" } }, tasks: retired(state) };
}

function briefed(state: State, came: Came<BriefingAnswer>): Step {
  if ("answer" in came) return known({ ...state, briefing: { kind: "answered", answer: came.answer } });
  if (came.problem.code === "sign_in_required")
    return known(signedOut({ ...state, briefing: { kind: "unasked" } }));
  return known({ ...state, briefing: { kind: "failed", problem: came.problem } });
}

/** An answer for a line that is not the newest any more is never shown; the desk learns that it came too late. */
function suggested(
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

/** What the agent asks for, once or again. */
function asked(state: State, what: "briefing" | "suggestion"): Step {
  const { conversation } = state.seat;
  if (state.session.kind !== "open" || conversation === "" || isSpectator(state.seat)) return known(state);
  if (what === "briefing") {
    if (state.briefing.kind === "asking") return known(state);
    // Whose conversation it is was found out for both halves alike.
    const { suggestion } = state;
    const isAlike = suggestion.kind === "failed" && suggestion.problem.code === "not_assigned";
    const changed = {
      briefing: { kind: "asking" },
      ...(isAlike && { suggestion: START.suggestion }),
    } as const;
    return { state: { ...state, ...changed }, tasks: [{ do: "brief", conversation }] };
  }
  const line = openLine(state);
  if (!line || state.suggestion.kind === "asking" || draftOf(state)) return known(state);
  return {
    state: { ...state, suggestion: { kind: "asking" } },
    tasks: [{ do: "suggest", conversation, line }],
  };
}

/** What the agent does with the suggestion that stands there. */
function judged(state: State, event: "used" | "copied" | "good" | "bad", id: string): Step {
  const { suggestion, seat } = state;
  if (suggestion.kind !== "answered" || suggestion.answer.id !== id) return known(state);
  const change =
    event === "used" ? { isUsed: true } : event === "copied" ? { isCopied: true } : { rating: event };
  const { refused: _, ...rest } = suggestion;
  return {
    state: { ...state, suggestion: { ...rest, ...change } },
    tasks: [{ do: "tell", conversation: seat.conversation, suggestionId: id, event }],
  };
}

/** The workspace did not take the suggestion, or the browser did not let it be copied. */
function refused(state: State, id: string, what: "use" | "copy"): Step {
  const { suggestion } = state;
  if (suggestion.kind !== "answered" || suggestion.answer.id !== id) return known(state);
  return known({ ...state, suggestion: { ...suggestion, refused: what } });
}

/** Asks for whatever is missing, in whichever order the rest became known. */
function settle(state: State): Step {
  const { workspace, seat, session, briefing, suggestion } = state;
  if (workspace !== "connected" || seat.conversation === "" || isSpectator(seat)) return known(state);
  if (session.kind === "none")
    return { state: { ...state, session: { kind: "opening" } }, tasks: [{ do: "open_session" }] };
  if (session.kind !== "open") return known(state);
  const first = briefing.kind === "unasked" ? asked(state, "briefing") : known(state);
  const isWanted = session.suggest === "auto" && suggestion.kind === "unasked";
  const second = isWanted ? asked(first.state, "suggestion") : known(first.state);
  return { state: second.state, tasks: [...first.tasks, ...second.tasks] };
}

function known(state: State): Step {
  return { state, tasks: [] };
}

/** A draft that was shown and is not any more; one that was used has done its work. */
function retired(state: State): Task[] {
  const draft = draftOf(state);
  if (!draft || (state.suggestion.kind === "answered" && state.suggestion.isUsed)) return [];
  const { conversation } = state.seat;
  return [{ do: "tell", conversation, suggestionId: draft.id, event: "retired" }];
}

function isWaiting({ newest, suggestion }: State, line: string): boolean {
  return newest?.id === line && suggestion.kind === "failed" && suggestion.problem.until !== undefined;
}
