import * as Plot from "@observablehq/plot";
import { raw } from "hono/html";
import { parseHTML } from "linkedom";
import { dayName } from "../wording.ts";

/** Something that is HTML already, with whatever a log said in it escaped. */
export type Html = ReturnType<typeof raw>;

/** Colours of the page's style, which knows them for light and for dark. */
export const COLOURS = {
  main: "var(--main)",
  other: "var(--other)",
  bad: "var(--bad)",
  quiet: "var(--quiet)",
  ground: "var(--surface)",
} as const;

const { document } = parseHTML("<!doctype html><html><body></body></html>");

/** Width in pixels at which a chart is drawn; it shrinks with its column, but stays legible. */
const WIDTH = 640;

/**
 * Draws a chart as an SVG that needs no script.
 *
 * @param description what the chart shows, for those who do not see it. Numbers and words of ours only
 */
export function draw(description: string, options: Plot.PlotOptions): Html {
  const chart = Plot.plot({
    ...{
      document: document as unknown as NonNullable<Plot.PlotOptions["document"]>,
      className: "chart",
      width: WIDTH,
    },
    ...{ style: { fontSize: "12px", background: "none" } },
    // The label of the axis stands below the numbers, not beside the last of them.
    ...(options.x?.label ? { marginBottom: 48 } : { marginBottom: 28 }),
    ...options,
    ...(options.x?.label && {
      x: { ...options.x, labelOffset: 42, labelAnchor: "center", labelArrow: "none" },
    }),
  });
  for (const style of chart.querySelectorAll("style")) style.remove();
  // What is inside are lines and letters; the table beside the chart has them as text.
  chart.setAttribute("role", "img");
  chart.setAttribute("aria-label", description);
  for (const part of chart.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
  return raw(chart.outerHTML);
}

/** The axis of days, with so few named that their names have room. */
export function daysAxis(days: ReadonlyArray<{ day: string }>): Plot.ScaleOptions {
  const step = Math.ceil(days.length / 8);
  const named = days.map(({ day }) => day).filter((_, index) => index % step === 0);
  return {
    ...{ type: "band", label: null, domain: days.map(({ day }) => day), ticks: named, tickSize: 0 },
    tickFormat: (day: string) => dayName(day, { isShort: true }),
    // The bars of few days would be as broad as walls.
    padding: Math.max(0.1, 0.9 - days.length / 10),
  };
}

/** The axis of counts, with whole numbers however few they count. */
export function countAxis(label: string, counts: readonly number[]): Plot.ScaleOptions {
  const most = Math.max(1, ...counts);
  return { label, grid: true, domain: [0, most], ticks: Math.min(6, most) };
}

/** The left margin that names need. */
export function marginFor(names: readonly string[]): number {
  const longest = Math.max(0, ...names.map((name) => name.length));
  return Math.min(250, 24 + longest * 6.8);
}
