import { builtFile } from "../build/built-file.ts";
import { GENERATIONS } from "../build/generation.ts";
import { command, UsageError, type Values } from "../kit/command.ts";
import { Chance } from "./chance.ts";
import { isClean, report } from "./report.ts";
import { soak } from "./run.ts";

const HELP = `Sends a long, disorderly day through the built files: many conversations at once, messages in bursts, repeats,
unreadable ones, and a Clinc that fails, hangs, throttles and talks nonsense. Nothing of it leaves this process.

  npm run soak                          120,000 events, half of them in each generation
  npm run soak -- --events 10000        more or fewer
  npm run soak -- --seed 7              another day; the same seed gives the same chances

Counts what must not happen: errors thrown, replies that LivePerson would refuse, replies beyond the deadline, messages
that moved Clinc's dialog twice, repeats with another reply, messages out of order, secrets, consumers' words, slots or
card numbers where they must not stand, texts for agents that the consumer saw, actions that the consumer typed, and
conversations that stay busy after they ended. It measures the heap after a fifth of the way, at the end, and after
long answers.
Exit status: 0 when all counts are zero and the heap is bounded, 1 when not, 2 for a wrong call.`;

const OPTIONS = {
  events: { type: "string", default: "120000" },
  seed: { type: "string", default: "1" },
} as const;

async function main(values: Values<typeof OPTIONS>): Promise<number> {
  const events = wholeNumber(values.events, "--events");
  const seed = wholeNumber(values.seed, "--seed");
  let areClean = true;
  for (const generation of GENERATIONS) {
    const result = await soak(generation, builtFile(generation), events / 2, new Chance(seed));
    report(generation, result);
    areClean &&= isClean(result);
  }
  return areClean ? 0 : 1;
}

function wholeNumber(text: string, option: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new UsageError(`${option} is a whole number from 1 on`);
}

await command(HELP, OPTIONS, main);
