import { builtFile } from "../build/built-file.ts";
import { GENERATIONS, type Generation } from "../build/generation.ts";
import { command, UsageError, type Values } from "../kit/command.ts";
import { grouped, paint } from "../kit/terminal.ts";
import { Chance } from "./chance.ts";
import { type SoakResult, soak } from "./run.ts";

const HELP = `Sends a long, disorderly day through the built files: many conversations at once, messages in bursts, repeats,
unreadable ones, and a Clinc that fails, hangs, throttles and talks nonsense. Nothing of it leaves this process.

  npm run soak                          120,000 events, half of them in each generation
  npm run soak -- --events 10000        more or fewer
  npm run soak -- --seed 7              another day; the same seed gives the same chances

Counts what must not happen: errors thrown, replies that LivePerson would refuse, replies beyond the deadline, messages
that moved Clinc's dialog twice, repeats with another reply, messages out of order, what was said in public or by the
platform and asked all the same, and secrets, consumers' words, slots or card numbers where they must not stand. It measures the heap after a fifth of the way and at the end.
Exit status: 0 when all counts are zero and the heap is flat, 1 when not, 2 for a wrong call.`;

/** What the heap may grow by after it was warm: the engine's own code and caches settle by about this much. */
const FLAT_BYTES = 4_000_000;

const OPTIONS = {
  events: { type: "string", default: "120000" },
  seed: { type: "string", default: "1" },
} as const;

async function main(values: Values<typeof OPTIONS>): Promise<number> {
  const events = wholeNumber(values.events, "--events");
  const seed = wholeNumber(values.seed, "--seed");
  let isClean = true;
  for (const generation of GENERATIONS) {
    const result = await soak(generation, builtFile(generation), events / 2, new Chance(seed));
    isClean = report(generation, result) && isClean;
  }
  return isClean ? 0 : 1;
}

function wholeNumber(text: string, option: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new UsageError(`${option} is a whole number from 1 on`);
}

/** @returns whether nothing went wrong */
function report(generation: Generation, { tally, conversations, clinc, heap, seconds }: SoakResult): boolean {
  const isFlat = heap.end - heap.early < FLAT_BYTES;
  const facts: Array<[what: string, figure: string, isWrong?: boolean]> = [
    ["events", `${grouped(tally.turns)} in ${grouped(conversations)} conversations`],
    ["of them repeats", grouped(tally.repeats)],
    ["questions to Clinc", `${grouped(clinc.queries)}, of them answered badly ${grouped(clinc.faults)}`],
    ...Object.entries(tally.wrongs).map(
      ([what, figure]) => [what, grouped(figure), figure > 0] as [string, string, boolean],
    ),
    ["heap", `${megabytes(heap.early)} MB after a fifth, ${megabytes(heap.end)} MB at the end`, !isFlat],
    ["took", `${seconds.toFixed(0)} s`],
  ];
  console.log(paint("bold", generation.toUpperCase()));
  for (const [what, figure, isWrong] of facts) {
    const line = `${what.padStart(20)}  ${figure}`;
    console.log(isWrong ? paint("red", line) : line);
  }
  for (const example of tally.examples)
    console.log(paint("red", `${"for example".padStart(20)}  ${example}`));
  return tally.isClean && isFlat;
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}

await command(HELP, OPTIONS, main);
