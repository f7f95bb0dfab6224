import { grouped } from "../kit/terminal.ts";

export { grouped };

/** A count with its noun: 1 turn, 1,200 turns. */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** A share as people read it: 0.123 is 12.3 %. */
export function percent(share: number): string {
  const hundredths = share * 100;
  if (hundredths > 0 && hundredths < 0.1) return "less than 0.1 %";
  const rounded =
    hundredths !== 0 && Math.abs(hundredths) < 10 ? hundredths.toFixed(1) : hundredths.toFixed(0);
  return `${rounded} %`;
}

/** A duration as people read it: 940 ms, 1.4 s. */
export function seconds(milliseconds: number): string {
  return milliseconds < 1_000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1_000).toFixed(1)} s`;
}

/** A day as people read it: 9 September. */
export function dayName(day: string, { isShort = false } = {}): string {
  const options = { day: "numeric", month: isShort ? "short" : "long", timeZone: "UTC" } as const;
  return new Date(`${day}T00:00:00Z`).toLocaleDateString("en-GB", options);
}

/** A month as people read it: September 2026. */
export function monthName(month: string): string {
  const options = { month: "long", year: "numeric", timeZone: "UTC" } as const;
  return new Date(`${month}-01T00:00:00Z`).toLocaleDateString("en-GB", options);
}
