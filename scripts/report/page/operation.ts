import * as Plot from "@observablehq/plot";
import type { Figures } from "../figures.ts";
import type { Forecast } from "../forecast.ts";
import { counted, grouped, monthName, percent } from "../wording.ts";
import { COLOURS, draw, marginFor } from "./draw.ts";
import { figure, nothing, type Piece, section, type Table, tableOf, tables } from "./parts.ts";

/** Versions that are shown. */
const SHOWN = 20;

/** What the month costs in invocations, by which versions, how the record fared, and how whole the log was. */
export function operationSection(figures: Figures): Piece {
  return section(
    ...(["operation", "Operation"] as const),
    figures.invocations
      ? invocations(figures.invocations)
      : nothing("Invocations", "No line of the log tells a time."),
    ...[versions(figures), tables(records(figures), log(figures))],
  );
}

function invocations({ month, soFar, days, forecast, freeAMonth, share }: Forecast): Piece {
  const steps = [
    { what: "in the log", count: soFar },
    { what: "at this pace", count: forecast },
  ];
  const chart = draw(
    "Bars of the month's invocations so far and at this pace, with a line at the free ones.",
    {
      height: 130,
      ...{ marginLeft: marginFor(steps.map(({ what }) => what)), marginRight: 60 },
      x: { label: "invocations", grid: true, domain: [0, Math.max(freeAMonth * 1.05, forecast)], ticks: 5 },
      y: { domain: steps.map(({ what }) => what), label: null, tickSize: 0 },
      marks: [
        Plot.barX(steps, { x: "count", y: "what", fill: COLOURS.main, insetTop: 4, insetBottom: 4 }),
        Plot.text(steps, {
          x: "count",
          y: "what",
          text: ({ count }: { count: number }) => grouped(count),
          textAnchor: "start",
          dx: 6,
        }),
        Plot.ruleX([freeAMonth], { stroke: COLOURS.bad, strokeWidth: 2 }),
        Plot.text([freeAMonth], {
          x: freeAMonth,
          frameAnchor: "top",
          dy: -10,
          text: ["free"],
          fill: COLOURS.bad,
        }),
        Plot.ruleX([0]),
      ],
    },
  );
  return figure({
    title:
      days < 1
        ? "Too short a log to forecast invocations"
        : `${monthName(month)} comes to ${percent(share)} of the free invocations at this pace`,
    note: `The log covers ${days < 1 ? "less than a day" : counted(days, "day")} of the month. The line stands at ${grouped(freeAMonth)}, which Clinc's page on LivePerson names; your contract decides.`,
    chart,
    table: {
      caption: `Invocations in ${monthName(month)}: turns, repeats, tests and commands`,
      head: ["what", "invocations"],
      rows: [...steps.map(({ what, count }) => [what, count]), ["free", freeAMonth]],
    },
  });
}

function versions({ versions: seen }: Figures): Piece {
  const day = (time: string | undefined) => (time ?? "").slice(0, 16).replace("T", " ");
  return tableOf({
    caption: "Versions that answered, with the time in UTC, the newest first",
    head: ["version", "lines", "first seen", "last seen"],
    rows: seen
      .slice(0, SHOWN)
      .map(({ version, lines, first, last }) => [...[version || "(none)", lines, day(first), day(last)]]),
  });
}

function records({ records: seen, turns: { repeats, probes } }: Figures): Table {
  const named = seen.slice(0, SHOWN).map(({ name, count }) => [`record ${name}`, count]);
  return {
    caption: "Turns by how their record fared, and lines that are no turns",
    head: ["what", "times"],
    rows: [...named, ["repeats, answered without Clinc", repeats], ["Test Connection", probes]],
  };
}

function log({ lines }: Figures): Table {
  const rows = [
    ["lines read", lines.read],
    ["turns of the bot", lines.turns],
    ["slash commands", lines.commands],
    ["calls of the desk", lines.desk],
    ["warnings", lines.warnings],
    ["lines of others", lines.foreign],
    ["half-written lines", lines.cut],
    ["the same line once more, left out", lines.twice],
    ["of all these, without a time", lines.untimed],
  ] as const;
  return { caption: "What the log holds", head: ["what", "lines"], rows };
}
