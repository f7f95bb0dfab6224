import * as Plot from "@observablehq/plot";
import type { DayFigures, HourFigures } from "../count/days.ts";
import type { Figures } from "../figures.ts";
import { counted, dayName, grouped } from "../wording.ts";
import { COLOURS, countAxis, daysAxis, draw, type Html } from "./draw.ts";
import { figure, legend, nothing, type Piece, section } from "./parts.ts";

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
/** Shades of the main colour, in per cent of it. */
const SHADES = [12, 32, 52, 74, 100].map(
  (share) => `color-mix(in srgb, var(--main) ${share}%, var(--surface))`,
);

/** How many conversations there were, and when. */
export function conversationsSection({ days, hours, zone }: Figures): Piece {
  const figures =
    days.length === 0
      ? [nothing("By day and hour", "No line of the log tells a time.")]
      : [byDay(days, zone), byHour(hours, zone)];
  return section("conversations", "Conversations", ...figures);
}

function byDay(days: readonly DayFigures[], zone: string): Piece {
  const busiest = days.reduce((most, day) => (day.conversations > most.conversations ? day : most));
  const stacked = days.flatMap(({ day, conversations, handedOver }) => [
    { day, count: conversations - handedOver, kind: "alone" },
    { day, count: handedOver, kind: "handed over" },
  ]);
  const chart = draw("Bars of the conversations of each day, those that were handed over on top.", {
    height: 260,
    x: daysAxis(days),
    y: countAxis("conversations that began", [busiest.conversations]),
    color: { domain: ["alone", "handed over"], range: [COLOURS.main, COLOURS.other] },
    marks: [
      Plot.barY(stacked, { x: "day", y: "count", fill: "kind", insetLeft: 1, insetRight: 1 }),
      Plot.ruleY([0]),
    ],
  });
  const rows = days.map(({ day, conversations, handedOver, turns, faults }) => [
    ...[dayName(day, { isShort: true }), conversations, handedOver, turns, faults],
  ]);
  return figure({
    title: `${counted(busiest.conversations, "conversation")} began on ${dayName(busiest.day)}${days.length > 1 ? ", the most on one day" : ""}`,
    ...{ chart, legend: legend(["main", "by the bot alone"], ["other", "handed over to people"]) },
    table: {
      caption: `Conversations by the day on which they began, ${zone}`,
      head: ["day", "conversations", "handed over", "turns", "failed turns"],
      rows,
    },
  });
}

function byHour(hours: readonly HourFigures[], zone: string): Piece {
  const busiest = hours.reduce<HourFigures | undefined>(
    (most, hour) => (most === undefined || hour.turns > most.turns ? hour : most),
    undefined,
  );
  if (!busiest) return nothing("By hour", "No turn was answered.");
  const title = `Consumers write most on ${WEEKDAYS[busiest.weekday]} between ${busiest.hour} and ${busiest.hour + 1} o'clock`;
  const rows = Array.from({ length: 24 }, (_, hour) => [
    `${hour} to ${hour + 1}`,
    ...WEEKDAYS.map((_, weekday) => turnsAt(hours, weekday, hour)),
  ]);
  return figure({
    ...{ title, chart: hourChart(hours, busiest.turns) },
    legend: legend(["shades", `turns in an hour, up to ${grouped(busiest.turns)} over all days`]),
    table: {
      caption: `Turns by hour and day of the week, ${zone}`,
      head: ["hour", ...WEEKDAYS.map((name) => name.slice(0, 3))],
      rows,
    },
  });
}

function hourChart(hours: readonly HourFigures[], most: number): Html {
  const shade = (turns: number) =>
    SHADES[Math.min(SHADES.length - 1, Math.floor((turns / most) * SHADES.length))];
  return draw("A grid of the hours of the day by the days of the week; the darker, the more turns.", {
    height: 230,
    marginLeft: 84,
    x: {
      domain: Array.from({ length: 24 }, (_, hour) => hour),
      label: "hour of the day",
      ticks: [0, 4, 8, 12, 16, 20],
    },
    y: { domain: [0, 1, 2, 3, 4, 5, 6], label: null, tickFormat: (day: number) => WEEKDAYS[day] ?? "" },
    marks: [
      Plot.cell(hours, {
        ...{ x: "hour", y: "weekday", inset: 1, rx: 2 },
        fill: ({ turns }: HourFigures) => shade(turns),
      }),
    ],
  });
}

function turnsAt(hours: readonly HourFigures[], weekday: number, hour: number): number {
  return hours.find((each) => each.weekday === weekday && each.hour === hour)?.turns ?? 0;
}
