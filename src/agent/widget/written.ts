/** `card_lost` as people write it. */
export function spoken(name: string): string {
  return name.replace(/_/g, " ").trim();
}

/** @example percent(0.974) // "97%" */
export function percent(score: number): string {
  return `${Math.round(Math.min(1, Math.max(0, score)) * 100)}%`;
}

/** Part of a sentence, as the record keeps its reasons, as a whole one. */
export function sentence(text: string): string {
  const [first = "", ...rest] = text.trim();
  return first.toUpperCase() + rest.join("");
}

/**
 * A time as somebody reads it today: of another day with its date. `""` where there is none.
 *
 * @param at milliseconds since the epoch
 */
export function clock(at: number, now = Date.now()): string {
  if (at === 0) return "";
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  const day = isToday ? {} : ({ day: "numeric", month: "short" } as const);
  return new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", ...day }).format(at);
}
