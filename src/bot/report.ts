import type { Answer } from "../answer/answer.ts";
import type { AskTrace } from "../clinc/ask.ts";
import type { Channel } from "../liveperson/channel.ts";
import type { ConsumerTurn } from "../liveperson/consumer-turn.ts";
import { now } from "../runtime/clock.ts";
import { loggableId, logTurn } from "../runtime/log.ts";
import { VERSION } from "../runtime/version.ts";
import type { Memory } from "./memory.ts";
import type { Rendering } from "./render/render.ts";

/** What a turn leaves for the operator beside its answer, filled in while it goes on; times in milliseconds. */
export type Trace = AskTrace & {
  startedAt: number;
  waitedMs: number;
  contextMs: number;
  /** How the conversation's record fared. */
  record: "on" | "off" | "resting" | "failed";
};

/** The trace of a turn that begins now. */
export function startTrace(): Trace {
  return {
    startedAt: now(),
    ...{ waitedMs: 0, secretsMs: 0, contextMs: 0, clincMs: 0 },
    queries: 0,
    qid: "",
    remarks: [],
    record: "off",
  };
}

/** What a turn came to. */
export type Said = Rendering & { answer: Answer; channel: Channel; memory: Memory };

/** One line for the operator. Ids, numbers and names of Clinc's classes only: function logs are kept for 30 days. */
export function reportTurn(
  turn: ConsumerTurn,
  { answer, channel, remarks }: Said,
  trace: Trace,
  complaints: readonly string[],
): void {
  const { startedAt, queries, waitedMs, secretsMs, contextMs, clincMs, qid, record } = trace;
  const totalMs = now() - startedAt;
  const { said } = turn;
  const line = {
    v: VERSION,
    conversation: loggableId(turn.conversationId),
    sequence: loggableId(turn.sequence),
    said: said.kind === "unsupported" ? said.what : said.kind,
    told: said.kind === "not_consumer" ? said.told : undefined,
    outcome: answer.outcome.kind,
    fault: answer.fault,
    intent: answer.intent.id,
    score: answer.intent.score,
    integration: loggableId(turn.origin.integration),
    appId: loggableId(turn.origin.appId),
    queries,
    qid: loggableId(qid) || undefined,
    totalMs,
    waitedMs,
    secretsMs,
    contextMs,
    clincMs,
    ownMs: totalMs - waitedMs - secretsMs - contextMs - clincMs,
    record,
    channel,
  };
  logTurn(line, [...complaints, ...trace.remarks, ...answer.remarks, ...remarks]);
}

/** A repeat has a line of its own: it was answered, and Clinc was not asked. */
export function reportRepeat({ conversationId, sequence }: ConsumerTurn): void {
  const ids = { conversation: loggableId(conversationId), sequence: loggableId(sequence) };
  logTurn({ v: VERSION, ...ids, said: "repeat" }, []);
}
