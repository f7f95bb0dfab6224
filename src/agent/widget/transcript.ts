import { known, type Step, type Task } from "./happening.ts";
import { isAfter, type Line } from "./lines.ts";
import { draftOf, type Seat, START, type State } from "./state.ts";

/** Any newer line, whoever's, takes the suggestion away. */
export function heard(state: State, line: Line): Step {
  if (state.seen.has(line.id)) return known(state);
  const seen = new Set([...state.seen, line.id]);
  if (state.newest && !isAfter(line, state.newest)) return known({ ...state, seen });
  return { state: { ...state, seen, newest: line, suggestion: { kind: "unasked" } }, tasks: retired(state) };
}

/** Another conversation starts with nothing; a suggestion that stood there is withdrawn. */
export function seated(state: State, seat: Seat): Step {
  if (state.seat.conversation === "" || seat.conversation === state.seat.conversation)
    return known({ ...state, seat });
  const { newest: _, ...rest } = state;
  const { seen, briefing, suggestion } = START;
  return { state: { ...rest, seat, seen, briefing, suggestion }, tasks: retired(state) };
}

/** A draft that was shown and is not any more; one that was used has done its work. */
function retired(state: State): Task[] {
  const draft = draftOf(state);
  if (!draft || (state.suggestion.kind === "answered" && state.suggestion.isUsed)) return [];
  const { conversation } = state.seat;
  return [{ do: "tell", conversation, suggestionId: draft.id, event: "retired" }];
}
