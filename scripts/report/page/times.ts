import * as Plot from "@observablehq/plot";
import { PARTS, type Part } from "../count/parts.ts";
import type { Figures } from "../figures.ts";
import { dayName, seconds } from "../wording.ts";
import { COLOURS, daysAxis, draw, marginFor } from "./draw.ts";
import { figure, legend, nothing, type Piece, section } from "./parts.ts";

/** How long consumers waited, and for what. */
export function timesSection({ latency: { parts }, days }: Figures): Piece {
  const total = parts.find(({ part }) => part === "totalMs");
  if (!total)
    return section("times", "Times", nothing("Times", "No line of the log tells how long a turn took."));
  const slowest = days.filter(({ p95 }) => p95 !== undefined);
  return section(
    "times",
    "Times",
    partsFigure(parts, total.durations.p95),
    ...(slowest.length > 1 ? [daysFigure(days)] : []),
  );
}

function partsFigure(parts: Figures["latency"]["parts"], p95: number): Piece {
  const names = parts.map(({ part }) => PARTS[part]);
  const named = parts.map(({ part, durations }) => ({ name: PARTS[part], ...durations }));
  const chart = draw(
    "Of each part of a turn, the median, and how long it takes at most in 95 and in 99 of 100 turns.",
    {
      height: 60 + parts.length * 34,
      ...{ marginLeft: marginFor(names), marginRight: 30 },
      x: { label: "milliseconds", grid: true, zero: true, nice: true },
      y: { domain: names, label: null, tickSize: 0 },
      marks: [
        Plot.ruleY(named, { y: "name", x1: "p50", x2: "p99", stroke: COLOURS.quiet, strokeWidth: 2 }),
        Plot.tickX(named, { y: "name", x: "p99", stroke: COLOURS.quiet, strokeWidth: 2, inset: 8 }),
        Plot.dot(named, { y: "name", x: "p95", r: 5.5, fill: COLOURS.other }),
        Plot.dot(named, { y: "name", x: "p50", r: 5.5, fill: COLOURS.main }),
        Plot.ruleX([0]),
      ],
    },
  );
  return figure({
    title: `95 of 100 turns took at most ${seconds(p95)}${blame(parts)}`,
    legend: legend(
      ["main dot", "half of the turns (p50)"],
      ["other dot", "95 of 100 (p95)"],
      ["tick", "99 of 100 (p99)"],
    ),
    chart,
    table: {
      caption: "Times in milliseconds",
      head: ["part", "p50", "p95", "p99", "longest", "mean"],
      rows: parts.map(({ part, durations: { p50, p95, p99, max, mean } }) => [
        PARTS[part],
        p50,
        p95,
        p99,
        max,
        mean,
      ]),
    },
  });
}

/** The part that takes most of the mean, where one does. */
function blame(parts: Figures["latency"]["parts"]): string {
  const mean = (wanted: Part) => parts.find(({ part }) => part === wanted)?.durations.mean ?? 0;
  const others = parts.filter(({ part }) => part !== "totalMs");
  const [most] = others.toSorted((one, other) => other.durations.mean - one.durations.mean);
  if (!most || most.durations.mean < mean("totalMs") / 2) return "";
  return `, most of it ${PARTS[most.part]}`;
}

function daysFigure(days: Figures["days"]): Piece {
  const known = days.flatMap(({ day, p95, turns }) => (p95 === undefined ? [] : [{ day, p95, turns }]));
  const [slowest] = known.toSorted((one, other) => other.p95 - one.p95);
  if (!slowest) return "";
  const chart = draw("A line of how long 95 of 100 turns of each day took at most.", {
    height: 220,
    marginLeft: 60,
    x: daysAxis(days),
    y: { label: "milliseconds (p95)", grid: true, zero: true, nice: true },
    marks: [
      Plot.ruleY([0]),
      Plot.lineY(known, { x: "day", y: "p95", stroke: COLOURS.main, strokeWidth: 2 }),
      Plot.dot(known, { x: "day", y: "p95", fill: COLOURS.main, r: 3 }),
    ],
  });
  return figure({
    title: `The slowest day was ${dayName(slowest.day)}: ${seconds(slowest.p95)} for 95 of 100 turns`,
    chart,
    table: {
      caption: "How long 95 of 100 turns took at most, by day, in milliseconds",
      head: ["day", "p95", "turns"],
      rows: known.map(({ day, p95, turns }) => [dayName(day, { isShort: true }), p95, turns]),
    },
  });
}
