import type { ConversationView, LineView, TurnView } from "./view.ts";

/** What has happened, in its order: turns with the bot, and between them what was said with an agent. */
export type Entry = { turn: TurnView } | { line: LineView };

export function entriesOf({ turns, lines }: Pick<ConversationView, "turns" | "lines">): Entry[] {
  return turns.flatMap((turn): Entry[] => [
    { turn },
    ...lines.filter(({ after }) => after === turn.number).map((line) => ({ line })),
  ]);
}
