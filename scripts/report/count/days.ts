import { Counts } from "./by-name.ts";
import { type Moment, nextDay } from "./calendar.ts";
import { DurationCount } from "./durations.ts";

/** What happened on a day; `p95` in milliseconds, where turns were answered. */
export type DayFigures = {
  day: string;
  conversations: number;
  handedOver: number;
  turns: number;
  faults: number;
  invocations: number;
  p95?: number;
  /** The most frequent reason of its faults. */
  reason?: string;
};

/** Turns in an hour of a day of the week, 0 for Monday. */
export type HourFigures = { weekday: number; hour: number; conversations: number; turns: number };

type Day = { conversations: number; turns: number; faults: Counts; invocations: number; took: DurationCount };

/** LivePerson keeps 30 days. What lies on further days is in no chart of days. */
const MOST_DAYS = 400;
/** The functions have some twenty. */
const MOST_REASONS = 40;
/** Longer gaps are two logs. */
const LONGEST_GAP = 62;

/** Sums by day, and by hour of the week. */
export class Days {
  private readonly days = new Map<string, Day>();
  private readonly surplus = noDay();
  private readonly hours = Array.from({ length: 7 * 24 }, () => ({ conversations: 0, turns: 0 }));

  /** The sums of a day; those of a day beyond the last place are thrown away. */
  of(day: string): Day {
    const known = this.days.get(day);
    if (known) return known;
    if (this.days.size >= MOST_DAYS) return this.surplus;
    const fresh = noDay();
    this.days.set(day, fresh);
    return fresh;
  }

  ofHour({ weekday, hour }: Moment) {
    return this.hours[weekday * 24 + hour] ?? { conversations: 0, turns: 0 };
  }

  /** In their order, with those in between on which nothing happened. */
  figures(handedOver: ReadonlyMap<string, number>): DayFigures[] {
    const days = [...this.days.keys()].sort();
    return days
      .flatMap((day, index) => [day, ...between(day, days[index + 1])])
      .map((day) => {
        const { took, faults, ...sums } = this.of(day);
        const p95 = took.durations()?.p95;
        const reason = faults.all()[0]?.name;
        return {
          ...{ day, handedOver: handedOver.get(day) ?? 0, ...sums, faults: faults.total() },
          ...(p95 !== undefined && { p95 }),
          ...(reason !== undefined && { reason }),
        };
      });
  }

  /** Those in which there was something. */
  hourFigures(): HourFigures[] {
    return this.hours
      .map((sums, index) => ({ weekday: Math.floor(index / 24), hour: index % 24, ...sums }))
      .filter(({ turns }) => turns > 0);
  }
}

function noDay(): Day {
  const faults = new Counts(MOST_REASONS);
  return { conversations: 0, turns: 0, faults, invocations: 0, took: new DurationCount() };
}

function between(day: string, other: string | undefined): string[] {
  const gap: string[] = [];
  for (let next = nextDay(day); other !== undefined && next < other; next = nextDay(next)) {
    if (gap.length >= LONGEST_GAP) return [];
    gap.push(next);
  }
  return gap;
}
