import { known, type Step } from "./happening.ts";
import { draftOf, isSpectator, openLine, START, type State } from "./state.ts";

/** Asks for whatever is missing, in whichever order the rest became known. */
export function settle(state: State): Step {
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

/** What the agent asks for, once or again. */
export function asked(state: State, what: "briefing" | "suggestion"): Step {
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
