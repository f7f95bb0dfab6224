import { FREE_A_MONTH } from "../account/invocations.ts";
import type { Calendar } from "./count/calendar.ts";
import { daysOfMonth } from "./count/calendar.ts";
import type { DayFigures } from "./count/days.ts";

/**
 * Invocations of a calendar month as `2026-09`: those that the log shows, over so many days of it, and what the whole month
 * comes to at this pace. `share` is of the free ones; 0.6 is 60 %.
 */
export type Forecast = {
  month: string;
  soFar: number;
  days: number;
  forecast: number;
  freeAMonth: number;
  share: number;
};

/**
 * Forecasts the last month of a log. Of the month's first and last day in the log only the hours that it covers count.
 *
 * @returns `undefined` for a log without times
 */
export function forecastOf(
  days: readonly DayFigures[],
  { from, to }: { from?: number; to?: number },
  calendar: Calendar,
): Forecast | undefined {
  if (from === undefined || to === undefined) return undefined;
  const [first, last] = [calendar.moment(from), calendar.moment(to)];
  const month = last.day.slice(0, 7);
  const ofMonth = days.filter(({ day }) => day.startsWith(month));
  const soFar = ofMonth.reduce((sum, { invocations }) => sum + invocations, 0);
  const hoursBefore = first.day.startsWith(month) ? first.hour : 0;
  const begins = first.day.startsWith(month) ? dateOf(first.day) : 1;
  const covered = ((dateOf(last.day) - begins) * 24 + last.hour + 1 - hoursBefore) / 24;
  const forecast = Math.round((soFar / covered) * daysOfMonth(last.day));
  return {
    ...{ month, soFar, days: Math.round(covered * 10) / 10, forecast },
    ...{ freeAMonth: FREE_A_MONTH, share: forecast / FREE_A_MONTH },
  };
}

function dateOf(day: string): number {
  return Number(day.slice(8));
}
