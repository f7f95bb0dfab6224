/** Objects and lists count, so this is deeper than what LivePerson draws; beyond it the catalogue refuses the content. */
const DEEPEST = 300;

/**
 * The same content with its values changed, however deep they stand. What has nothing to change stays the very same object.
 *
 * @param change gets what is neither an object nor a list, and the name of its field, `""` in a list; what it makes
 * `undefined` is left out
 * @param apart names of fields whose objects and lists are left alone
 */
export function mapValues<Content>(
  content: Content,
  change: (value: unknown, name: string) => unknown,
  apart: readonly string[],
  depth = 0,
): Content {
  if (typeof content !== "object" || content === null || depth > DEEPEST) return content;
  const isList = Array.isArray(content);
  const fields = Object.entries(content).map(([key, value]) => {
    const name = isList ? "" : key;
    if (typeof value !== "object" || value === null) return [key, change(value, name), value] as const;
    return [key, apart.includes(name) ? value : mapValues(value, change, apart, depth + 1), value] as const;
  });
  if (fields.every(([, after, before]) => after === before)) return content;
  const kept = fields.filter(([, after]) => after !== undefined);
  return (isList ? kept.map(([, after]) => after) : Object.fromEntries(kept)) as Content;
}
