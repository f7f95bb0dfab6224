/** Stands where a key stood. */
const MASK = "••••••••";

/** @returns the same JSON value without the secrets anywhere in its texts and names */
export function masked(value: unknown, secrets: readonly string[]): unknown {
  const hide = (text: string) => secrets.reduce((shown, secret) => shown.replaceAll(secret, MASK), text);
  if (typeof value === "string") return hide(value);
  if (Array.isArray(value)) return value.map((item) => masked(item, secrets));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [hide(name), masked(item, secrets)]));
}
