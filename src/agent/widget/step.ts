import { briefed, suggested } from "./answers.ts";
import { asked, settle } from "./asking.ts";
import { type Happening, known, type Step } from "./happening.ts";
import type { State } from "./state.ts";
import { heard, seated } from "./transcript.ts";

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

function isWaiting({ newest, suggestion }: State, line: string): boolean {
  return newest?.id === line && suggestion.kind === "failed" && suggestion.problem.until !== undefined;
}
