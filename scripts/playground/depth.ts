/** Far more levels than anybody writes, and far fewer than exhaust the stack of whatever walks through them. */
const MOST_LEVELS = 500;

/** @returns whether a JSON value is nested so deeply that it was made to break something */
export function isTooDeep(value: unknown, levels = MOST_LEVELS): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((item) => isTooDeep(item, levels - 1));
}
