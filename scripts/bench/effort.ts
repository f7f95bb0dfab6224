import type { AgainstLength } from "./against.ts";
import type { AllocationLength } from "./own-work.ts";
import type { ProfileLength } from "./profile.ts";
import type { Length } from "./series.ts";
import type { StartLength } from "./start-up.ts";

/** How often everything is measured. */
export type Effort = {
  starts: StartLength;
  firstReplies: StartLength;
  ownWork: Length;
  allocation: AllocationLength;
  wholeTurns: Length;
  record: Length;
  turnsForMemory: number;
  against: AgainstLength;
  profile: ProfileLength;
};

/** Turns after which the compiler has done with a function; before, the same file gives a third more or less. */
const WARM_UP = 8_000;

const ALLOCATION: AllocationLength = { warmUp: WARM_UP, rounds: 5, turnsOfRound: 100 };

/** The whole of it ends within four minutes. */
export const THOROUGH: Effort = {
  starts: { rounds: 20, seconds: 16 },
  firstReplies: { rounds: 12, seconds: 12 },
  ownWork: { batches: 1, warmUp: WARM_UP, rounds: 20, turnsOfRound: 400, seconds: 15 },
  allocation: ALLOCATION,
  wholeTurns: { batches: 1, warmUp: WARM_UP, rounds: 24, turnsOfRound: 200, seconds: 20 },
  record: { batches: 1, warmUp: 60, warmsTogether: true, rounds: 6, turnsOfRound: 10, seconds: 12 },
  turnsForMemory: 10_000,
  against: {
    starts: { rounds: 20, seconds: 12 },
    ownWork: { batches: 3, warmUp: WARM_UP, rounds: 20, turnsOfRound: 400, seconds: 12 },
    allocation: ALLOCATION,
    wholeTurns: { batches: 3, warmUp: WARM_UP, rounds: 12, turnsOfRound: 400, seconds: 15 },
  },
  profile: { warmUp: WARM_UP, turns: { text: 60_000, carousel: 12_000, record: 20_000 } },
};

const ONCE = { batches: 1, warmUp: 4, warmsTogether: true, rounds: 1, turnsOfRound: 4, seconds: 1 };

/** Shows that it works. */
export const QUICK: Effort = {
  starts: { rounds: 1, seconds: 1 },
  firstReplies: { rounds: 1, seconds: 1 },
  ownWork: ONCE,
  allocation: ONCE,
  wholeTurns: ONCE,
  record: { batches: 1, warmUp: 2, warmsTogether: true, rounds: 1, turnsOfRound: 2, seconds: 1 },
  turnsForMemory: 8,
  against: { starts: { rounds: 1, seconds: 1 }, ownWork: ONCE, allocation: ONCE, wholeTurns: ONCE },
  profile: { warmUp: 20, turns: { text: 200, carousel: 50, record: 50 } },
};
