import { randomUUID } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { clincReply } from "../stand-ins/clinc/reply.ts";
import { SHOWCASE } from "../stand-ins/clinc/showcase.ts";
import type { InMemoryAnswer, InMemoryRequest } from "../stand-ins/functions/in-memory.ts";
import { CANARIES } from "./canaries.ts";
import type { Chance } from "./chance.ts";

/** What Clinc has seen of a conversation: numbers of messages, and how many questions nobody may ask. */
export type Ledger = { arrived: number[]; processed: number[]; strays: number };

/** What becomes of a query, and whether it moved the dialog on. */
type Behaviour = { processes: boolean; answer: (query: Query, chance: Chance) => Promise<InMemoryAnswer> };
type Query = { query: string; dialog_seed: string };

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  Promise.resolve({
    status,
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });

const fails = (code: string) => Promise.reject(Object.assign(new Error(code), { code }));

/** How often what happens, in thousandths; a hang takes a second each. */
const BEHAVIOURS: ReadonlyArray<readonly [weight: number, behaviour: Behaviour]> = [
  [900, { processes: true, answer: talk }],
  [20, { processes: true, answer: misunderstand }],
  [20, { processes: true, answer: () => json(500, { detail: CANARIES.answer }) }],
  [10, { processes: true, answer: () => fails("ECONNRESET") }],
  [10, { processes: true, answer: () => Promise.resolve({ status: 200, body: "<html>maintenance</html>" }) }],
  [10, { processes: true, answer: () => json(200, { visuals: null, response: [CANARIES.answer] }) }],
  [1, { processes: true, answer: () => new Promise(() => {}) }],
  [1, { processes: true, answer: boast }],
  [1, { processes: true, answer: nest }],
  [2, { processes: false, answer: () => json(401, { detail: "No such access token." }) }],
  [4, { processes: false, answer: () => fails("ECONNREFUSED") }],
  [10, { processes: false, answer: () => json(429, { detail: "Throttled." }, { "retry-after": "0" }) }],
  [10, { processes: false, answer: () => json(503, { detail: "Busy." }, { "retry-after": "0" }) }],
];

/** A Clinc in memory that often fails, and keeps book of what it was asked. */
export class UnreliableClinc {
  faults = 0;
  queries = 0;
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
    const behaviour = this.chance.weighted(BEHAVIOURS);
    this.queries += 1;
    if (behaviour.answer !== talk) this.faults += 1;
    const message = /#(\d+)$/.exec(query.query)?.[1];
    const ledger = this.books.get(query.dialog_seed);
    if (ledger && message) {
      ledger.arrived.push(Number(message));
      if (behaviour.processes) ledger.processed.push(Number(message));
    }
    if (ledger && query.query.includes(CANARIES.unasked)) ledger.strays += 1;
    await setImmediate();
    return behaviour.answer(query, this.chance);
  }
}

async function talk(query: Query, chance: Chance): Promise<InMemoryAnswer> {
  const { text = "", liveperson } = chance.one(SHOWCASE);
  const name = chance.weighted([
    [40, "get_balance"],
    [1, "faq_agent_handover"],
    [1, "clean_goodbye"],
  ]);
  return reply(query, name, `${CANARIES.answer} ${text}`, liveperson);
}

async function misunderstand(query: Query): Promise<InMemoryAnswer> {
  return reply(query, "out_of_scope", CANARIES.answer);
}

async function boast(query: Query): Promise<InMemoryAnswer> {
  return reply(query, "get_balance", "x".repeat(1_100_000));
}

async function nest(query: Query): Promise<InMemoryAnswer> {
  const answer = await reply(query, "get_balance", CANARIES.answer, "NESTED");
  const nested = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
  return { ...answer, body: answer.body.replaceAll('"NESTED"', nested) };
}

function reply(query: Query, name: string, text: string, liveperson?: unknown): Promise<InMemoryAnswer> {
  const slots = { ACCOUNT: `card ${CANARIES.card}`, DIARY: CANARIES.slot };
  const decision = { intent: `${name}_start`, competency: name, state: name, text, probability: 0.9, slots };
  return json(200, clincReply(query, { ...decision, liveperson }, randomUUID()));
}
