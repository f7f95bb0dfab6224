import type { BriefingAnswer, SuggestionAnswer } from "../api.ts";
import type { Line } from "./lines.ts";
import type { Problem, Seat, Session, State } from "./state.ts";

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

/** What is known now, and what is to be done about it. */
export type Step = { state: State; tasks: Task[] };

/** A step that asks for nothing. */
export function known(state: State): Step {
  return { state, tasks: [] };
}
