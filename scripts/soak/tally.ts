import { isDeepStrictEqual } from "node:util";
import { deliver } from "../stand-ins/functions/connector.ts";
import type { Invocation } from "../stand-ins/functions/load-function.ts";
import { leaks, obeysConsumer, showsConfidences } from "./canaries.ts";
import type { Ledger } from "./clinc.ts";

/** Everything that must not happen, and how often it did. */
export type Wrongs = {
  throws: number;
  "invalid replies": number;
  "late replies": number;
  "double turns": number;
  "unequal repeats": number;
  "order breaks": number;
  "stray questions": number;
  leaks: number;
  "shown confidences": number;
  "typed actions": number;
  "logs over the limit": number;
  "idle but busy": number;
};

const NO_WRONGS: Wrongs = {
  throws: 0,
  "invalid replies": 0,
  "late replies": 0,
  "double turns": 0,
  "unequal repeats": 0,
  "order breaks": 0,
  "stray questions": 0,
  leaks: 0,
  "shown confidences": 0,
  "typed actions": 0,
  "logs over the limit": 0,
  "idle but busy": 0,
};

/** Examples that are kept of each thing that went wrong. */
const KEPT_EXAMPLES = 2;

/** Two warnings and the line of the turn. */
const MOST_ENTRIES = 3;
const MOST_CHARACTERS = 5_000;

/** Counts turns, and what is wrong with them. */
export class Tally {
  turns = 0;
  repeats = 0;
  readonly wrongs: Wrongs = { ...NO_WRONGS };
  readonly examples: string[] = [];
  private readonly latestMs: number;

  /** @param latestMs how long a turn may take at most */
  constructor(latestMs: number) {
    this.latestMs = latestMs;
  }

  /** A reply as it came, the first one for its message or a repeat. */
  reply(invocation: Invocation, isChat: boolean): void {
    this.turns += 1;
    const { result, error, logs, milliseconds } = invocation;
    const written = logs.map(({ text }) => text).join("\n");
    const problems = error ? [] : deliver(result, isChat).problems;
    if (error) this.wrong("throws", error.message);
    else if (problems.length === 0) this.misplacement(result);
    for (const problem of problems) this.wrong("invalid replies", problem);
    for (const leak of leaks(result ?? error?.message, written)) this.wrong("leaks", leak);
    if (milliseconds > this.latestMs) this.wrong("late replies", `${milliseconds.toFixed(0)} ms`);
    if (logs.length > MOST_ENTRIES || written.length > MOST_CHARACTERS)
      this.wrong("logs over the limit", `${logs.length} entries, ${written.length} characters`);
  }

  /** A repeat beside the reply that its message got first. */
  repeat(invocation: Invocation, original: Invocation): void {
    this.repeats += 1;
    if (!isDeepStrictEqual(invocation.result, original.result))
      this.wrong("unequal repeats", excerpt(invocation.result));
  }

  /** A conversation has ended; what Clinc saw of it is judged. */
  conversation({ arrived, processed, strays }: Ledger): void {
    if (strays > 0) this.wrong("stray questions", `${strays} in one conversation`);
    if (new Set(processed).size < processed.length) this.wrong("double turns", processed.join(" "));
    if (arrived.some((message, place) => message < (arrived[place - 1] ?? 0)))
      this.wrong("order breaks", arrived.join(" "));
  }

  /** A new conversation was forgotten, though no other one was under way. */
  forgotten(conversationId: string): void {
    this.wrong("idle but busy", `no room for ${conversationId}`);
  }

  get isClean(): boolean {
    return Object.values(this.wrongs).every((count) => count === 0);
  }

  private misplacement(reply: unknown): void {
    if (showsConfidences(reply)) this.wrong("shown confidences", excerpt(reply));
    if (obeysConsumer(reply)) this.wrong("typed actions", excerpt(reply));
  }

  private wrong(what: keyof Wrongs, example: string): void {
    this.wrongs[what] += 1;
    if (this.wrongs[what] <= KEPT_EXAMPLES) this.examples.push(`${what}: ${example}`);
  }
}

function excerpt(reply: unknown): string {
  return String(JSON.stringify(reply)).slice(0, 200);
}
