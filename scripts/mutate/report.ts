import { cut } from "../../src/runtime/graphemes.ts";
import { paint, verdict } from "../kit/terminal.ts";
import { type Change, changeOf } from "./change.ts";
import { EXPLAINED_IN, type Explanations, isExplained, outdated } from "./explained.ts";
import { leftOut } from "./left-out.ts";
import {
  GOAL,
  grouped,
  hasGoal,
  hasReached,
  isLeftOut,
  isMissed,
  percentOf,
  roomOf,
  scoreOf,
  skippedStatic,
} from "./score.ts";
import type { Mutant } from "./try-mutants.ts";

/** As much as a terminal shows on one line. */
const LONGEST = 150;

/** What a run has shown, to print, and whether all is as it should be. */
export type Report = { lines: string[]; isGood: boolean };

/** A change with what came of it. */
export type Changed = Change & Mutant;

/** The changes of each file that came out so, in the order of its code. */
export function changesIn(
  mutants: readonly Mutant[],
  sources: ReadonlyMap<string, string>,
  cameOut: (mutant: Mutant) => boolean,
): Map<string, Changed[]> {
  const changed = (mutant: Mutant) => ({
    ...mutant,
    ...changeOf(mutant, sources.get(mutant.fileName) ?? ""),
  });
  return new Map(
    grouped(mutants, ({ fileName }) => fileName).map(([file, inFile]) => [
      file,
      inFile.filter(cameOut).sort(byPlace).map(changed),
    ]),
  );
}

/**
 * The score of each file with the changes that no test noticed and nobody explains, then the score of each room, then
 * what is to be said of explanations, and what was left out.
 *
 * @param sources the text of each file that was changed, by the name that the mutants have for it
 */
export function reportOn(
  mutants: readonly Mutant[],
  sources: ReadonlyMap<string, string>,
  explanations: Explanations,
): Report {
  const missed = changesIn(mutants, sources, isMissed);
  const untried = changesIn(mutants, sources, isLeftOut);
  const files = grouped(mutants, ({ fileName }) => fileName).flatMap(([file, inFile]) => [
    paint("bold", `${scoreText(inFile)}  ${file}`),
    ...unexplained(missed.get(file) ?? [], explanations[file]).flatMap(missedLines),
  ]);
  const parts = [
    ...grouped(mutants, ({ fileName }) => roomOf(fileName)).map(roomReport),
    explanationReport(missed, untried, explanations),
    leftOutReport(sources),
  ];
  return {
    lines: [...files, ...parts.flatMap(({ lines }) => lines)],
    isGood: parts.every(({ isGood }) => isGood),
  };
}

function unexplained(missed: Changed[], ofFile: Explanations[string] | undefined): Changed[] {
  return missed.filter((change) => !isExplained(change, ofFile));
}

function missedLines({ place, before, after, mutatorName, status }: Changed): string[] {
  const why = status === "NoCoverage" ? "no test comes by" : "no test notices";
  return [
    `  ${place}  ${mutatorName}, ${why}`,
    paint("red", `    - ${cut(before, LONGEST)}`),
    paint("green", `    + ${cut(after, LONGEST)}`),
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

/** Where there is a goal, whatever no test notices has its reason. */
function explanationReport(
  missed: ReadonlyMap<string, Changed[]>,
  untried: ReadonlyMap<string, Changed[]>,
  explanations: Explanations,
): Report {
  const held = [...missed].filter(([file]) => hasGoal(roomOf(file)));
  const all = held.flatMap(([, changes]) => changes).length;
  const open = held.flatMap(([file, changes]) => unexplained(changes, explanations[file])).length;
  const old = held.flatMap(([file, changes]) =>
    outdated([...changes, ...(untried.get(file) ?? [])], explanations[file]).map(
      ({ after }) => `    ${file}  ${cut(after, LONGEST)}`,
    ),
  );
  return {
    lines: [
      verdict(open === 0, `changes that no test notices: ${all}, each explained in ${EXPLAINED_IN}`),
      ...(open > 0 ? [`    ${open} want a test, or an explanation; --write puts them there`] : []),
      ...(old.length > 0
        ? ["    explained, and noticed by now, or gone; --write takes them out:", ...old]
        : []),
    ],
    isGood: open === 0,
  };
}

function leftOutReport(sources: ReadonlyMap<string, string>): Report {
  const found = [...sources].flatMap(([file, source]) =>
    leftOut(source).map(({ line, reason }) => ({ place: `${file}:${line}`, reason })),
  );
  const silent = found.filter(({ reason }) => reason === "");
  const isGood = silent.length === 0;
  const line = verdict(isGood, `comments "Stryker disable": ${found.length}, each with its reason`);
  return { lines: [line, ...silent.map(({ place }) => `    ${place} does not say why`)], isGood };
}
