import { UsageError } from "../../kit/command.ts";

/** A day as `2026-09-01`, the hour from 0, the day of the week from 0 for Monday. */
export type Moment = { day: string; hour: number; weekday: number };

/** Offsets of time zones are multiples of it. */
const QUARTER_MS = 15 * 60_000;
/** Quarters that are remembered: a good half of a year. */
const MOST_QUARTERS = 20_000;
const DAY_MS = 86_400_000;

/** Tells the day and the hour of a time in one time zone. */
export class Calendar {
  private readonly format: Intl.DateTimeFormat;
  private readonly quarters = new Map<number, Moment>();

  /** @throws {UsageError} when there is no such zone */
  constructor(readonly zone: string) {
    try {
      const parts = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit" } as const;
      this.format = new Intl.DateTimeFormat("en", { ...parts, timeZone: zone, hourCycle: "h23" });
    } catch {
      throw new UsageError(`--zone ${zone} is no time zone; it is written like Europe/London, or UTC`);
    }
  }

  /** @param at milliseconds since the epoch */
  moment(at: number): Moment {
    const quarter = Math.floor(at / QUARTER_MS);
    const known = this.quarters.get(quarter);
    if (known) return known;
    const moment = this.worked(at);
    if (this.quarters.size >= MOST_QUARTERS) this.quarters.clear();
    this.quarters.set(quarter, moment);
    return moment;
  }

  private worked(at: number): Moment {
    const parts = Object.fromEntries(this.format.formatToParts(at).map(({ type, value }) => [type, value]));
    const day = `${parts.year}-${parts.month}-${parts.day}`;
    return { day, hour: Number(parts.hour), weekday: weekdayOf(day) };
  }
}

/** 0 for Monday. */
export function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** The day after. */
export function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}

/** How many days the month has in which a day lies. */
export function daysOfMonth(day: string): number {
  return new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate();
}
