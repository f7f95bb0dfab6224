import type { WrittenTurn } from "../conversations/events.ts";
import type { Beside } from "../conversations/turns.ts";
import { type Act, type PastAct, turnOf } from "./act.ts";
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

/**
 * Words stay words; anything else is a whole payload, without the ids of this one conversation. What a file expected of a
 * turn stays with it.
 */
export function fileOf(title: string, setup: Setup, happened: readonly PastAct[]): SavedConversation {
  const acts = happened.map(({ act }) => act);
  const { isChat, channel, language, environment, instances, record } = setup;
  const first = acts.find(({ kind }) => kind === "words");
  const words = first?.kind === "words" ? first.text : "a conversation";
  return {
    title: title || `From the playground: ${words}`,
    surface: isChat ? "chat" : "messaging",
    ...(language && { language }),
    environment: { ...environment, ...(channel !== "auto" && { CHANNEL: channel }) },
    ...(instances > 1 && { instances }),
    ...(record && { record }),
    turns: happened.map((one, index) => besides(writtenTurn(acts, index, setup), one)),
  };
}

function besides(turn: WrittenTurn, { clinc, expect }: Beside): WrittenTurn {
  if (clinc === undefined && expect === undefined) return turn;
  const said = typeof turn === "string" ? { say: turn } : turn;
  return { ...said, ...(clinc && { clinc }), ...(expect && { expect }) };
}

/** An event is only recognised as the same one when both are written alike. */
function writtenTurn(acts: readonly Act[], index: number, { isChat, language }: Setup): WrittenTurn {
  const one = acts[index];
  const comesAgain = acts[index + 1]?.kind === "again";
  if (one?.kind === "words" && !comesAgain) return one.text;
  if (one?.kind === "click" && one.metadata.length === 0 && !comesAgain) return one.text;
  const turn = turnOf(acts, index, { conversationId: "", isChat, language });
  return one?.kind === "written" ? one.turn : withoutIds(turn);
}
