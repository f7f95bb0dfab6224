import type { Generation } from "../build/generation.ts";
import type { Chance } from "../kit/chance.ts";
import { fetchInMemory, type Respond, toolbeltV1InMemory } from "../stand-ins/functions/in-memory.ts";
import { loadFunction } from "../stand-ins/functions/load-function.ts";
import { toolbeltV2 } from "../stand-ins/functions/toolbelt.ts";
import { countForgotten, hearLongAnswers, jam } from "./aftermath.ts";
import { CANARIES } from "./canaries.ts";
import { UnreliableClinc } from "./clinc.ts";
import { liveThroughDay } from "./day.ts";
import { heapInUse } from "./heap.ts";
import { Tally } from "./tally.ts";

/** What a run came to. Memory is that of the heap, in bytes, after a collection. */
export type SoakResult = {
  tally: Tally;
  conversations: number;
  clinc: UnreliableClinc;
  heap: { early: number; end: number; rich: number };
  seconds: number;
};

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

/** Sends at least `turns` deliveries through one instance of a built file, and then what strains its memory. */
export async function soak(
  generation: Generation,
  code: string,
  turns: number,
  chance: Chance,
): Promise<SoakResult> {
  const clinc = new UnreliableClinc(chance);
  const respond: Respond = (request) => clinc.respond(request);
  const restoreFetch = fetchInMemory(respond);
  const startedAt = Date.now();
  try {
    const toolbelt = generation === "v1" ? toolbeltV1InMemory(SECRETS, respond) : toolbeltV2(SECRETS);
    const { invoke } = await loadFunction(generation, code, toolbelt, ENVIRONMENT);
    const tally = new Tally(LATEST_MS);
    const trial = { invoke, clinc, tally, chance };
    const heap = { early: 0, end: 0, rich: 0 };
    const conversations = await liveThroughDay(trial, turns, () => {
      if (heap.early === 0 && tally.turns >= turns * WARM_AFTER) heap.early = heapInUse();
    });
    heap.end = heapInUse();
    await hearLongAnswers(trial);
    heap.rich = heapInUse();
    await jam(trial);
    await countForgotten(trial);
    return { tally, conversations, clinc, heap, seconds: (Date.now() - startedAt) / 1000 };
  } finally {
    restoreFetch();
  }
}
