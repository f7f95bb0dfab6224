import { randomUUID } from "node:crypto";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Generation } from "../build/generation.ts";
import { fetchInMemory, toolbeltV1InMemory } from "../stand-ins/functions/in-memory.ts";
import { type Invocation, loadFunction } from "../stand-ins/functions/load-function.ts";
import { toolbeltV2 } from "../stand-ins/functions/toolbelt.ts";
import { CANARIES } from "./canaries.ts";
import type { Chance } from "./chance.ts";
import { UnreliableClinc } from "./clinc.ts";
import { deliveries } from "./consumer.ts";
import { Tally } from "./tally.ts";

/** What a run came to. Memory is that of the heap, in bytes, after a collection. */
export type SoakResult = {
  tally: Tally;
  conversations: number;
  clinc: UnreliableClinc;
  heap: { early: number; end: number };
  seconds: number;
};

/** Conversations that are held at the same time. */
const AT_ONCE = 64;

const TIMEOUT_MS = 1_000;
/** The wait for the previous message, and the turn itself. */
const LATEST_MS = 2 * TIMEOUT_MS + 500;

/** By then all that an instance remembers is full: it forgets beyond 1,000 conversations. */
const WARM_AFTER = 0.2;

const SECRETS = { clinc_host: "api.clinc.example", clinc_app_key: CANARIES.key };
const ENVIRONMENT = {
  CLINC_TIMEOUT_MS: String(TIMEOUT_MS),
  TRANSFER_SKILL: "desk",
  AGENT_DETAILS: "account",
};

/** Sends at least `turns` deliveries through one instance of a built file. */
export async function soak(
  generation: Generation,
  code: string,
  turns: number,
  chance: Chance,
): Promise<SoakResult> {
  const clinc = new UnreliableClinc(chance);
  const respond: typeof clinc.respond = (request) => clinc.respond(request);
  const restoreFetch = fetchInMemory(respond);
  const startedAt = Date.now();
  try {
    const toolbelt = generation === "v1" ? toolbeltV1InMemory(SECRETS, respond) : toolbeltV2(SECRETS);
    const bot = await loadFunction(generation, code, toolbelt, ENVIRONMENT);
    const tally = new Tally(LATEST_MS);
    const heap = { early: 0, end: 0 };
    let conversations = 0;

    const keepTalking = async () => {
      while (tally.turns < turns) {
        conversations += 1;
        await converse(bot.invoke, clinc, tally, chance);
        if (heap.early === 0 && tally.turns >= turns * WARM_AFTER) heap.early = heapInUse();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, keepTalking));
    heap.end = heapInUse();
    return { tally, conversations, clinc, heap, seconds: (Date.now() - startedAt) / 1000 };
  } finally {
    restoreFetch();
  }
}

async function converse(
  invoke: (input: unknown) => Promise<Invocation>,
  clinc: UnreliableClinc,
  tally: Tally,
  chance: Chance,
): Promise<void> {
  const isChat = chance.next() < 0.3;
  const id = isChat ? `H${chance.between(1, 1e9)}-${randomUUID().slice(0, 8)}K1` : randomUUID();
  const ledger = clinc.open(id);
  const originals = new Map<number, Invocation>();
  for (const batch of deliveries(id, isChat, chance)) {
    const invocations = await Promise.all(batch.map(({ input }) => invoke(input)));
    invocations.forEach((invocation, place) => {
      const { message } = batch[place] as (typeof batch)[number];
      const original = originals.get(message);
      tally.reply(invocation, isChat);
      if (original) tally.repeat(invocation, original);
      else originals.set(message, invocation);
    });
  }
  clinc.close(id);
  tally.conversation(ledger);
}

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

function heapInUse(): number {
  collect();
  return process.memoryUsage().heapUsed;
}
