import type { Chance } from "../kit/chance.ts";
import type { Invocation } from "../stand-ins/functions/load-function.ts";
import type { UnreliableClinc } from "./clinc.ts";
import type { Tally } from "./tally.ts";

/** One instance of a built file, the Clinc that it asks, and what is counted of both. */
export type Trial = {
  invoke: (input: unknown) => Promise<Invocation>;
  clinc: UnreliableClinc;
  tally: Tally;
  chance: Chance;
};
