import type { WrittenTurn } from "../conversations/events.ts";
import { type Act, turnOf } from "./act.ts";
import { withoutIds } from "./ids.ts";
import type { Setup } from "./view.ts";

/** A conversation as the file that `npm start` replays. */
export type SavedConversation = {
  title: string;
  surface: "messaging" | "chat";
  language?: string;
  environment: Record<string, string>;
  instances?: number;
  record?: boolean;
  turns: WrittenTurn[];
};

/** Words stay words; anything else is a whole payload, without the ids of this one conversation. */
export function fileOf(title: string, setup: Setup, acts: readonly Act[]): SavedConversation {
  const { isChat, channel, language, environment, instances, record } = setup;
  const first = acts.find(({ kind }) => kind === "words" || kind === "own");
  const words = first && "text" in first ? first.text : "a conversation";
  return {
    title: title || `From the playground: ${words}`,
    surface: isChat ? "chat" : "messaging",
    ...(language && { language }),
    environment: { ...environment, ...(channel !== "auto" && { CHANNEL: channel }) },
    ...(instances > 1 && { instances }),
    ...(record && { record }),
    turns: acts.map((_, index) => writtenTurn(acts, index, setup)),
  };
}

/** An event is only recognised as the same one when both are written alike. */
function writtenTurn(acts: readonly Act[], index: number, { isChat, language }: Setup): WrittenTurn {
  const one = acts[index];
  const comesAgain = acts[index + 1]?.kind === "again";
  if (one?.kind === "own") return { say: one.text, clinc: one.clinc };
  if (one?.kind === "words" && !comesAgain) return one.text;
  if (one?.kind === "click" && one.metadata.length === 0 && !comesAgain) return one.text;
  const turn = turnOf(acts, index, { conversationId: "", isChat, language });
  return one?.kind === "written" ? one.turn : withoutIds(turn);
}
