import { setImmediate } from "node:timers/promises";
import type { Chance } from "../kit/chance.ts";
import type { InMemoryAnswer, InMemoryRequest } from "../stand-ins/functions/in-memory.ts";
import { breaksOff, json, type Query, replyTo } from "./answers.ts";
import { CANARIES } from "./canaries.ts";
import { messageOf } from "./numbered.ts";
import { talk } from "./talk.ts";

/** What Clinc has seen of a conversation: numbers of messages, and how many questions nobody may ask. */
export type Ledger = { arrived: number[]; processed: number[]; strays: number };

/** What becomes of a query, and whether it moved the dialog on. */
type Behaviour = {
  isFault: boolean;
  processes: boolean;
  answer: (query: Query, chance: Chance) => Promise<InMemoryAnswer>;
};
type Mood = ReadonlyArray<readonly [weight: number, behaviour: Behaviour]>;

const well = (answer: Behaviour["answer"]): Behaviour => ({ isFault: false, processes: true, answer });
const failing = (answer: Behaviour["answer"]): Behaviour => ({ isFault: true, processes: true, answer });
const refusing = (answer: Behaviour["answer"]): Behaviour => ({ isFault: true, processes: false, answer });

const hang = failing(() => new Promise(() => {}));

const MOODS = {
  /** How often what happens, in thousandths; a hang takes a second each. */
  unreliable: [
    [900, well(talk)],
    [20, failing((query) => replyTo(query, "out_of_scope", CANARIES.answer))],
    [20, failing(() => json(500, { detail: CANARIES.answer }))],
    [10, failing(() => breaksOff("ECONNRESET"))],
    [10, failing(() => Promise.resolve({ status: 200, body: "<html>maintenance</html>" }))],
    [10, failing(() => json(200, { visuals: null, response: [CANARIES.answer] }))],
    [1, hang],
    [1, failing((query) => replyTo(query, "get_balance", "x".repeat(1_100_000)))],
    [1, failing(nest)],
    [2, refusing(() => json(401, { detail: "No such access token." }))],
    [4, refusing(() => breaksOff("ECONNREFUSED"))],
    [10, refusing(() => json(429, { detail: "Throttled." }, { "retry-after": "0" }))],
    [10, refusing(() => json(503, { detail: "Busy." }, { "retry-after": "0" }))],
  ],
  /** Every query hangs. */
  hanging: [[1, hang]],
  /** Every answer is long. */
  wordy: [[1, well((query) => replyTo(query, "get_balance", `${"Some words of advice. ".repeat(2_300)}`))]],
  /** Every answer is short. */
  brief: [[1, well((query) => replyTo(query, "get_balance", "Yes."))]],
} satisfies Record<string, Mood>;

/** A Clinc in memory that often fails, and keeps book of what it was asked. */
export class UnreliableClinc {
  faults = 0;
  queries = 0;
  /** How it answers from now on. */
  mood: keyof typeof MOODS = "unreliable";
  private readonly books = new Map<string, Ledger>();
  private readonly chance: Chance;

  constructor(chance: Chance) {
    this.chance = chance;
  }

  /** Opens the book of a conversation. */
  open(conversationId: string): Ledger {
    const ledger: Ledger = { arrived: [], processed: [], strays: 0 };
    this.books.set(conversationId, ledger);
    return ledger;
  }

  close(conversationId: string): void {
    this.books.delete(conversationId);
  }

  /** Answers a query, in one way or another; never within the same tick, as no network could. */
  async respond({ body }: InMemoryRequest): Promise<InMemoryAnswer> {
    const query: Query = JSON.parse(body);
    const { isFault, processes, answer } = this.chance.weighted<Behaviour>(MOODS[this.mood]);
    this.queries += 1;
    if (isFault) this.faults += 1;
    const message = messageOf(query.query);
    const ledger = this.books.get(query.dialog_seed);
    if (ledger && message !== undefined) {
      ledger.arrived.push(message);
      if (processes) ledger.processed.push(message);
    }
    if (ledger && query.query.includes(CANARIES.unasked)) ledger.strays += 1;
    await setImmediate();
    return answer(query, this.chance);
  }
}

async function nest(query: Query): Promise<InMemoryAnswer> {
  const answer = await replyTo(query, "get_balance", CANARIES.answer, { liveperson: "NESTED" });
  const nested = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
  return { ...answer, body: answer.body.replaceAll('"NESTED"', nested) };
}
