import { isDeepStrictEqual } from "node:util";
import { deliver } from "../stand-ins/functions/connector.ts";
import type { Invocation } from "../stand-ins/functions/load-function.ts";
import { leaks } from "./canaries.ts";
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
  "logs over the limit": number;
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
  "logs over the limit": 0,
};

/** Examples that are kept of what went wrong. */
const KEPT_EXAMPLES = 5;

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
    if (error) this.wrong("throws", error.message);
    for (const problem of error ? [] : deliver(result, isChat).problems)
      this.wrong("invalid replies", problem);
    for (const leak of leaks(result ?? error?.message, written)) this.wrong("leaks", leak);
    if (milliseconds > this.latestMs) this.wrong("late replies", `${milliseconds.toFixed(0)} ms`);
    if (logs.length > MOST_ENTRIES || written.length > MOST_CHARACTERS)
      this.wrong("logs over the limit", `${logs.length} entries, ${written.length} characters`);
  }

  /** A repeat beside the reply that its message got first. */
  repeat(invocation: Invocation, original: Invocation): void {
    this.repeats += 1;
    if (!isDeepStrictEqual(invocation.result, original.result))
      this.wrong("unequal repeats", JSON.stringify(invocation.result).slice(0, 200));
  }

  /** A conversation has ended; what Clinc saw of it is judged. */
  conversation({ arrived, processed, strays }: Ledger): void {
    if (strays > 0) this.wrong("stray questions", `${strays} in one conversation`);
    if (new Set(processed).size < processed.length) this.wrong("double turns", processed.join(" "));
    if (arrived.some((message, place) => message < (arrived[place - 1] ?? 0)))
      this.wrong("order breaks", arrived.join(" "));
  }

  get isClean(): boolean {
    return Object.values(this.wrongs).every((count) => count === 0);
  }

  private wrong(what: keyof Wrongs, example: string): void {
    this.wrongs[what] += 1;
    if (this.examples.length < KEPT_EXAMPLES) this.examples.push(`${what}: ${example}`);
  }
}
