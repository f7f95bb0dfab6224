import { ownIntent } from "../../answer/answer.ts";
import type { ConsumerTurn } from "../../liveperson/consumer-turn.ts";
import { isAnswerable, type Post, SOME_POST } from "../../liveperson/post.ts";
import type { Memory } from "../memory.ts";
import type { Settings } from "../settings.ts";
import type { Thought } from "./conclude.ts";
import { SILENCE } from "./own-words.ts";

/** A thread that everybody reads is not filled with the same sentence. */
const INVITED_FOR_MS = 10 * 60_000;

/** A turn where it takes place, and the memory of that: a welcome that does not say happens where the consumer wrote last. */
export function located(turn: ConsumerTurn, before: Memory): { turn: ConsumerTurn; memory: Memory } {
  const { said, isPublic = before.isPublic } = turn;
  const inherits = said.kind === "welcome" && turn.isPublic === undefined && isPublic;
  return {
    turn: inherits ? { ...turn, said: { kind: "public", post: SOME_POST } } : turn,
    memory: { ...before, isPublic },
  };
}

/**
 * The answer to what everybody can read: an invitation to the private chat, and no word more. Clinc is not asked, since
 * its answer would be about somebody's account.
 */
export function answerInPublic(post: Post, before: Memory, { PUBLIC_MESSAGE }: Settings): Thought {
  const now = Date.now();
  const silentFor = [
    !isAnswerable(post) && "it has no replyToId of a known network",
    now - before.invitedAt < INVITED_FOR_MS && "PUBLIC_MESSAGE was said less than ten minutes ago",
  ].filter(Boolean);
  const isSilent = silentFor.length > 0;
  return {
    answer: {
      blocks: isSilent ? SILENCE : [{ kind: "text", text: PUBLIC_MESSAGE }],
      intent: ownIntent("public_post"),
      outcome: { kind: "continue" },
      remarks: isSilent ? [`a public post got no answer: ${silentFor.join(", ")}`] : [],
    },
    memory: isSilent ? before : { ...before, invitedAt: now },
  };
}
