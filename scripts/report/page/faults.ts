import * as Plot from "@observablehq/plot";
import type { DayFigures } from "../count/days.ts";
import type { Figures } from "../figures.ts";
import { counted, dayName } from "../wording.ts";
import { COLOURS, countAxis, daysAxis, draw } from "./draw.ts";
import { figure, nothing, type Piece, section, tableOf, withCode } from "./parts.ts";

/** Who must act, for people. */
const WHO = {
  settings: "you: a setting",
  network: "the network",
  clinc: "Clinc",
  contract: "who sends what does not suit",
} as const;

/** What failed, and what is to be done. */
export function faultsSection({ faults, days }: Figures): Piece {
  if (faults.length === 0)
    return section("faults", "Faults", nothing("No faults seen", "Clinc answered whenever it was asked."));
  const table = tableOf({
    caption: "Faults by reason",
    isWordy: true,
    head: ["reason", "failed turns", "what it means", "what to do", "who acts", "handed over", "warnings"],
    rows: faults.map(({ reason, turns, handedOver, warnings, responsible, meaning = "", remedy = "" }) => [
      ...[withCode(`\`${reason}\``), turns, withCode(meaning), withCode(remedy)],
      ...[responsible ? WHO[responsible] : "beside an answer", handedOver, warnings],
    ]),
  });
  return section("faults", "Faults", ...byDay(days), table);
}

function byDay(days: readonly DayFigures[]): Piece[] {
  const bad = days.filter(({ faults }) => faults > 0);
  if (bad.length === 0) return [];
  const worst = bad.reduce((most, day) => (day.faults > most.faults ? day : most));
  const chart = draw("Bars of the failed turns of each day.", {
    height: 220,
    x: daysAxis(days),
    y: countAxis("failed turns", [worst.faults]),
    marks: [
      Plot.barY(days, { x: "day", y: "faults", fill: COLOURS.bad, insetLeft: 1, insetRight: 1 }),
      Plot.ruleY([0]),
    ],
  });
  const table = {
    caption: "Failed turns by day, days without any left out",
    head: ["day", "failed turns", "of turns"],
    rows: bad.map(({ day, faults, turns }) => [dayName(day, { isShort: true }), faults, turns]),
  };
  const title = `${counted(worst.faults, "turn")} failed on ${dayName(worst.day)}${bad.length > 1 ? ", the most on one day" : ""}`;
  return [figure({ title, chart, table })];
}
