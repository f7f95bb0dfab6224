import { builtFile } from "../build/built-file.ts";
import { GENERATIONS } from "../build/generation.ts";
import { command, UsageError, type Values } from "../kit/command.ts";
import { Chance } from "./chance.ts";
import { doubledUpTo, reportInstances } from "./instances/instances.ts";
import { isClean, report } from "./report.ts";
import { soak } from "./run.ts";

const HELP = `Sends a long, disorderly day through the built files: many conversations at once, messages in bursts, repeats,
unreadable ones, and a Clinc that fails, hangs, throttles and talks nonsense. Nothing of it leaves this machine.

  npm run soak                          120,000 events, half of them in each generation
  npm run soak -- --events 10000        more or fewer
  npm run soak -- --seed 7              another day; the same seed gives the same chances

Counts what must not happen: errors thrown, replies that LivePerson would refuse, replies beyond the deadline, messages
that moved Clinc's dialog twice, repeats with another reply, messages out of order, what was said in public or by the
platform and asked all the same, secrets, consumers' words, slots or card numbers where they must not stand, texts for agents that the consumer saw, actions that the consumer typed, and
conversations that stay busy after they ended. It measures the heap after a fifth of the way, at the end, and after
long answers.

  npm run soak -- --instances 8         measures instead what is left of a conversation when each of its events goes
                                        to any of 1, 2, 4, 8 instances: in per cent, some minutes
  … --conversations 20                  fewer of each kind than 200, or more
  … --json                              one JSON document instead of the table
  … --write                             writes the table into scripts/soak/README.md as well

Exit status: 0 when nothing is counted as wrong and the heap is bounded, 1 when not, 2 for a wrong call.`;

/** What the table of the README comes from at least: of fewer conversations a share says little. */
const PUBLISHED = { instances: 8, conversations: 200 };

/** Each holds a file of its own in memory. */
const MOST_INSTANCES = 32;

const OPTIONS = {
  events: { type: "string" },
  seed: { type: "string", default: "1" },
  instances: { type: "string" },
  conversations: { type: "string" },
  json: { type: "boolean" },
  write: { type: "boolean" },
} as const;

async function main(values: Values<typeof OPTIONS>): Promise<number> {
  const seed = wholeNumber(values.seed, "--seed");
  const isWell =
    values.instances === undefined ? await oneInstance(values, seed) : await manyInstances(values, seed);
  return isWell ? 0 : 1;
}

async function oneInstance(values: Values<typeof OPTIONS>, seed: number): Promise<boolean> {
  for (const option of ["conversations", "json", "write"] as const)
    if (values[option] !== undefined)
      throw new UsageError(`--${option} goes with --instances; add that, or leave --${option} out`);
  const events = wholeNumber(values.events ?? "120000", "--events");
  let areClean = true;
  for (const generation of GENERATIONS) {
    const result = await soak(generation, builtFile(generation), events / 2, new Chance(seed));
    report(generation, result);
    areClean &&= isClean(result);
  }
  return areClean;
}

async function manyInstances(values: Values<typeof OPTIONS>, seed: number): Promise<boolean> {
  const { events, instances = "", json = false, write = false } = values;
  if (events !== undefined)
    throw new UsageError("--events does not go with --instances; leave one of them out");
  const most = wholeNumber(instances, "--instances");
  const conversations = wholeNumber(values.conversations ?? `${PUBLISHED.conversations}`, "--conversations");
  if (most > MOST_INSTANCES) throw new UsageError(`--instances is at most ${MOST_INSTANCES}`);
  if (write && (most < PUBLISHED.instances || conversations < PUBLISHED.conversations))
    throw new UsageError(
      `--write wants at least ${PUBLISHED.instances} instances and ${PUBLISHED.conversations} conversations`,
    );
  return reportInstances({ instances: doubledUpTo(most), conversations, seed }, { json, write });
}

function wholeNumber(text: string, option: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new UsageError(`${option} is a whole number from 1 on`);
}

await command(HELP, OPTIONS, main);
