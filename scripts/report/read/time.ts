/** A date with a time of day, as logs write it; one that names no zone is taken for UTC. */
const DATE =
  /(20\d\d-[01]\d-[0-3]\d)[T ]([0-2]\d:[0-5]\d(?::[0-5]\d(?:[.,]\d{1,9})?)?) ?(Z|UTC|[+-]\d\d:?\d\d)?/;
/** Seconds or milliseconds since the epoch, alone in a cell or a field, or first in a line. */
const EPOCH = /^\s*(1\d{9})(\d{3})?(?![\d.])/;

/** @returns the first time that a text tells, in milliseconds since the epoch; `undefined` where it tells none */
export function timeIn(text: string): number | undefined {
  const [, day, clock = "", zone = "Z"] = DATE.exec(text) ?? [];
  if (day === undefined) return epochIn(text);
  const time = Date.parse(`${day}T${clock.replace(",", ".")}${zone === "UTC" ? "Z" : zone}`);
  return Number.isNaN(time) ? undefined : time;
}

function epochIn(text: string): number | undefined {
  const [, seconds, milliseconds] = EPOCH.exec(text) ?? [];
  return seconds === undefined ? undefined : Number(seconds) * 1000 + Number(milliseconds ?? 0);
}
