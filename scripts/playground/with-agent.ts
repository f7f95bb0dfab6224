import type { TurnView } from "./view.ts";

/** Whether an agent has the conversation after these turns: the consumer's words then reach them and no bot. */
export function isWithAgent(turns: readonly TurnView[]): boolean {
  const kind = turns.at(-1)?.ending?.kind;
  return kind === "transfer" || kind === "escalation";
}
