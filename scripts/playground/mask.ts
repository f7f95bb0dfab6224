/** Stands where the App-Key stood. */
const MASK = "••••••••";

/** @returns the same JSON value without the secret anywhere in its texts and names */
export function masked(value: unknown, secret: string): unknown {
  if (typeof value === "string") return value.replaceAll(secret, MASK);
  if (Array.isArray(value)) return value.map((item) => masked(item, secret));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name.replaceAll(secret, MASK), masked(item, secret)]),
  );
}
