import type { AskTrace } from "../../clinc/ask.ts";
import { type Fault, told } from "../../runtime/fault.ts";
import { loggableId, logLine } from "../../runtime/log.ts";
import { VERSION } from "../../runtime/version.ts";
import type { Command } from "./event.ts";

/** What a command came to. */
export type Outcome = {
  said: "briefing" | "suggestion" | "nothing";
  status: string;
  fault?: Fault | undefined;
  intent?: string | undefined;
  score?: number | undefined;
};

/** One line for the operator, with ids, names of Clinc's classes and numbers only; times in milliseconds. */
export function reportCommand(
  { conversationId }: Command,
  { said, status, fault, intent, score }: Outcome,
  { queries, qid, secretsMs, clincMs, remarks }: AskTrace,
  totalMs: number,
  complaints: readonly string[],
): void {
  const line = {
    v: VERSION,
    conversation: loggableId(conversationId),
    said,
    status,
    fault: fault?.responsible,
    intent,
    score,
    queries,
    qid: loggableId(qid) || undefined,
    totalMs,
    secretsMs,
    clincMs,
  };
  logLine("command", line, [...complaints, ...remarks, ...(fault ? [told(fault)] : [])]);
}
