import type { Answer } from "../answer/answer.ts";
import type { AskTimes } from "../clinc/ask.ts";
import type { Channel } from "../liveperson/channel.ts";
import type { ConsumerTurn } from "../liveperson/consumer-turn.ts";
import { now } from "../runtime/clock.ts";
import { loggableId, logTurn } from "../runtime/log.ts";
import { VERSION } from "./version.ts";

/** Where the time of a turn went, filled in while it goes on; milliseconds. */
export type Times = AskTimes & { startedAt: number; waitedMs: number };

/** The clock of a turn that begins now. */
export function startTimes(): Times {
  return { startedAt: now(), waitedMs: 0, queries: 0, secretsMs: 0, clincMs: 0 };
}

/** One line for the operator. Ids, numbers and names of Clinc's classes only: function logs are kept for 30 days. */
export function reportTurn(
  turn: ConsumerTurn,
  answer: Answer,
  channel: Channel,
  { startedAt, queries, waitedMs, secretsMs, clincMs }: Times,
  warnings: readonly string[],
): void {
  const totalMs = now() - startedAt;
  const line = {
    v: VERSION,
    conversation: loggableId(turn.conversationId),
    sequence: loggableId(turn.sequence),
    said: turn.said.kind === "unsupported" ? turn.said.what : turn.said.kind,
    outcome: answer.outcome.kind,
    fault: answer.fault,
    intent: answer.intent.id,
    score: answer.intent.score,
    integration: loggableId(turn.origin.integration),
    appId: loggableId(turn.origin.appId),
    queries,
    totalMs,
    waitedMs,
    secretsMs,
    clincMs,
    ownMs: totalMs - waitedMs - secretsMs - clincMs,
    channel,
  };
  logTurn(line, warnings);
}

/** A repeat has a line of its own: it was answered, and Clinc was not asked. */
export function reportRepeat({ conversationId, sequence }: ConsumerTurn): void {
  const ids = { conversation: loggableId(conversationId), sequence: loggableId(sequence) };
  logTurn({ v: VERSION, ...ids, said: "repeat" }, []);
}
