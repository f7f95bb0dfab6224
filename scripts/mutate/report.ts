import { paint, verdict } from "../kit/terminal.ts";
import { changeOf } from "./change.ts";
import { leftOut } from "./left-out.ts";
import { GOAL, grouped, hasReached, isMissed, percentOf, roomOf, scoreOf, skippedStatic } from "./score.ts";
import type { Mutant } from "./try-mutants.ts";

/** What a run has shown, to print, and whether all is as it should be. */
export type Report = { lines: string[]; isGood: boolean };

/**
 * The score of each file with the changes that no test noticed, then the score of each room, then what was left out.
 *
 * @param sources the text of each file that was changed, by the name that the mutants have for it
 */
export function reportOn(mutants: readonly Mutant[], sources: ReadonlyMap<string, string>): Report {
  const files = grouped(mutants, ({ fileName }) => fileName).flatMap(([file, inFile]) =>
    fileLines(file, inFile, sources.get(file) ?? ""),
  );
  const parts = [
    ...grouped(mutants, ({ fileName }) => roomOf(fileName)).map(roomReport),
    leftOutReport(sources),
  ];
  return {
    lines: [...files, ...parts.flatMap(({ lines }) => lines)],
    isGood: parts.every(({ isGood }) => isGood),
  };
}

function fileLines(file: string, mutants: Mutant[], source: string): string[] {
  const missed = mutants.filter(isMissed).sort(byPlace);
  return [
    paint("bold", `${scoreText(mutants)}  ${file}`),
    ...missed.flatMap((one) => missedLines(one, source)),
  ];
}

function missedLines(mutant: Mutant, source: string): string[] {
  const { place, before, after } = changeOf(mutant, source);
  const why = mutant.status === "NoCoverage" ? "no test comes by" : "no test notices";
  return [
    `  ${place}  ${mutant.mutatorName}, ${why}`,
    paint("red", `    - ${before}`),
    paint("green", `    + ${after}`),
  ];
}

function byPlace({ location: { start: one } }: Mutant, { location: { start: other } }: Mutant): number {
  return one.line - other.line || one.column - other.column;
}

function roomReport([room, mutants]: [string, Mutant[]]): Report {
  const isReached = hasReached(room, scoreOf(mutants));
  const text = `${scoreText(mutants)}  src/${room}`;
  const line = isReached === undefined ? `  ${text}, no goal` : verdict(isReached, `${text}, goal ${GOAL} %`);
  return { lines: [line], isGood: isReached !== false };
}

function scoreText(mutants: Mutant[]): string {
  const score = scoreOf(mutants);
  const all = score.noticed + score.missed;
  const skipped = skippedStatic(mutants);
  const counts = `${`${score.noticed} of ${all}`.padStart(12)}${skipped ? `, ${skipped} left out` : ""}`;
  return `${percentOf(score).toFixed(1).padStart(5)} %  ${counts}`;
}

function leftOutReport(sources: ReadonlyMap<string, string>): Report {
  const found = [...sources].flatMap(([file, source]) =>
    leftOut(source).map(({ line, reason }) => ({ place: `${file}:${line}`, reason })),
  );
  const unexplained = found.filter(({ reason }) => reason === "");
  const isGood = unexplained.length === 0;
  const line = verdict(isGood, `comments "Stryker disable": ${found.length}, each with its reason`);
  return { lines: [line, ...unexplained.map(({ place }) => `    ${place} does not say why`)], isGood };
}
