import type { Generation } from "../../build/generation.ts";
import { Chance } from "../../kit/chance.ts";
import type { LoadedFunction } from "../../stand-ins/functions/load-function.ts";
import { VirtualTime } from "../../stand-ins/functions/virtual-time.ts";
import { type Account, openAccount } from "./account.ts";
import { converse } from "./converse.ts";
import { WORLDS, type World } from "./dialog.ts";
import type { Keeping } from "./keeping.ts";
import { SCRIPTS, type ScriptName } from "./scripts/scripts.ts";
import { count, noShares, type Shares } from "./shares.ts";

/** How much is measured. */
export type Effort = {
  /** Numbers of instances, one after the other. */
  instances: readonly number[];
  /** Conversations of each script, for each column. */
  conversations: number;
  seed: number;
  /** Only these kinds of conversations. */
  only?: readonly ScriptName[];
};

/** One column of the table. */
export type Column = Shares & {
  generation: Generation;
  keeping: string;
  hasRecord: boolean;
  world: World;
  instances: number;
};

/** Measures a built file: a column for each world and number of instances. */
export async function measure(
  generation: Generation,
  code: string,
  keeping: Keeping,
  effort: Effort,
): Promise<Column[]> {
  const { instances, seed } = effort;
  const account = await openAccount(generation, code, Math.max(...instances), keeping, seed);
  const time = new VirtualTime();
  const columns: Column[] = [];
  try {
    const { name, service } = keeping;
    const about = { generation, keeping: name, hasRecord: service !== undefined };
    const apart = clocksApart(account.instances, time, new Chance(seed));
    for (const world of Object.keys(WORLDS) as World[])
      for (const number of instances) {
        const scene = { ...account, instances: apart.slice(0, number), world };
        const shares = await time.during(() => holdConversations(scene, effort));
        columns.push({ ...about, world, instances: number, ...shares });
      }
    return columns;
  } finally {
    account.close();
  }
}

/** Half of what the clocks of two instances may differ by, in milliseconds. */
const CLOCK_OFF_MS = 500;

/** The same instances, each with a clock that is not quite right. */
function clocksApart(instances: Account["instances"], time: VirtualTime, chance: Chance): LoadedFunction[] {
  return instances.map((instance) => {
    const ahead = chance.between(-CLOCK_OFF_MS, CLOCK_OFF_MS);
    return { invoke: (input) => time.byClockAhead(ahead, () => instance.invoke(input)) };
  });
}

async function holdConversations(
  scene: Account & { world: World },
  { conversations, seed, only = Object.keys(SCRIPTS) as ScriptName[] }: Effort,
): Promise<Shares> {
  const { contextLine } = scene;
  const shares = noShares();
  const chance = new Chance(seed);
  for (const name of only) {
    const script = SCRIPTS[name];
    for (let conversation = 0; conversation < conversations; conversation += 1) {
      const lostBefore = contextLine?.lostForGood;
      const play = script.play();
      const trace = await converse(play, scene, chance);
      const isAfterLoss = contextLine?.lostForGood !== lostBefore;
      for (const finding of script.judge(trace, play)) count(shares, finding, isAfterLoss);
    }
  }
  return shares;
}
