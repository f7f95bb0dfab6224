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
  const before = content as Record<string, unknown>;
  const names = Object.keys(before);
  const isList = Array.isArray(content);
  const after = names.map((key) => {
    const [value, name] = [before[key], isList ? "" : key];
    if (typeof value !== "object" || value === null) return change(value, name);
    return apart.includes(name) ? value : mapValues(value, change, apart, depth + 1);
  });
  if (names.every((name, at) => after[at] === before[name])) return content;
  const kept = names.map((name, at) => [name, after[at]] as const).filter(([, value]) => value !== undefined);
  return (isList ? kept.map(([, value]) => value) : Object.fromEntries(kept)) as Content;
}
