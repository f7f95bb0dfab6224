import type { Generation } from "../build/generation.ts";
import { grouped, paint } from "../kit/terminal.ts";
import type { SoakResult } from "./run.ts";

/** What the heap may grow by after it was warm: the engine's own code and caches settle by about this much. */
const FLAT_BYTES = 4_000_000;

/** What long answers may fill, most of it the 16 MB that an instance keeps of replies at most. */
const RICH_BYTES = 20_000_000;

/** Prints what a run came to. */
export function report(generation: Generation, result: SoakResult): void {
  const { tally, conversations, clinc, heap, seconds } = result;
  const facts: Array<[what: string, figure: string, isWrong?: boolean]> = [
    ["events", `${grouped(tally.turns)}, the day's in ${grouped(conversations)} conversations`],
    ["of them repeats", grouped(tally.repeats)],
    ["questions to Clinc", `${grouped(clinc.queries)}, of them answered badly ${grouped(clinc.faults)}`],
    ...Object.entries(tally.wrongs).map(
      ([what, figure]) => [what, grouped(figure), figure > 0] as [string, string, boolean],
    ),
    [
      "heap",
      `${megabytes(heap.early)} MB after a fifth, ${megabytes(heap.end)} MB at the end`,
      !isFlat(result),
    ],
    ["with long answers", `${megabytes(heap.rich)} MB`, !isBounded(result)],
    ["took", `${seconds.toFixed(0)} s`],
  ];
  console.log(paint("bold", generation.toUpperCase()));
  for (const [what, figure, isWrong] of facts) {
    const line = `${what.padStart(20)}  ${figure}`;
    console.log(isWrong ? paint("red", line) : line);
  }
  for (const example of tally.examples)
    console.log(paint("red", `${"for example".padStart(20)}  ${example}`));
}

/** Whether nothing went wrong. */
export function isClean(result: SoakResult): boolean {
  return result.tally.isClean && isFlat(result) && isBounded(result);
}

function isFlat({ heap }: SoakResult): boolean {
  return heap.end - heap.early < FLAT_BYTES;
}

function isBounded({ heap }: SoakResult): boolean {
  return heap.rich - heap.end < RICH_BYTES;
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
