import type { NoticeAct } from "../notice.ts";

/** What the agent does in the panel. */
export type Act =
  | { kind: NoticeAct }
  | { kind: "code"; code: string }
  | { kind: "copy_address" }
  | { kind: "ask"; what: "briefing" | "suggestion" }
  | { kind: "use" | "copy" | "good" | "bad" };

/** Hears what the agent does. */
export type Hear = (act: Act) => void;
