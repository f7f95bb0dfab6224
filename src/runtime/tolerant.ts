import * as z from "zod/mini";
import { isBlank } from "./characters.ts";

/**
 * Schemas for what the platforms send. They never fail: a missing or mistyped field becomes its empty value and
 * unknown keys stay, because neither vendor documents its payloads as closed and half of their fields are optional
 * (zod's own `catch` and `looseObject` would do the same for 15,000 more characters in the bundle).
 */

/** A schema that never fails. */
export type Tolerant = z.ZodMiniTransform;

/** Reads a value with a schema that never fails: past zod's bookkeeping of issues, a third of the time it takes. */
export function readAs<Schema extends Tolerant>(schema: Schema, value: unknown): z.infer<Schema> {
  return schema._zod.def.transform(value, { value, issues: [] }) as z.infer<Schema>;
}

/** Any object but an array. */
export type JsonObject = Record<string, unknown>;

/** Tells whether a value is an object that is not an array. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An object, or the one that a text holds as JSON; `undefined` for anything else. */
export function asObject(value: unknown): JsonObject | undefined {
  const read = typeof value === "string" ? fromJsonText(value) : value;
  return isJsonObject(read) ? read : undefined;
}

/** What stands at a path of keys such as `visuals.case_id`, also within an object that a text holds as JSON. */
export function valueAt(value: unknown, path: string): unknown {
  return path.split(".").reduce((at, key) => asObject(at)?.[key], value);
}

/** The object or list that a text holds as JSON; `undefined` for any other text. */
export function fromJsonText(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A string; numbers are written out (LivePerson mixes the two, as in `skillId`); anything else is `""`. */
export const text = z.transform((value: unknown): string =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : "",
);

/** A finite number, also when written as a string; anything else is `undefined`. */
export const number = z.transform(asNumber);

/** True for `true` and the word "true". */
export const flag = z.transform((value: unknown): boolean => asFlag(value) === true);

/** Whatever stands there, `undefined` included. */
export const anything = z.transform((value: unknown): unknown => value);

/** An object with the given fields; where something else stands, the same one every time, without unknown keys. */
export const record = <Shape extends Record<string, Tolerant>>(shape: Shape) => {
  const fields = Object.entries(shape);
  const filled = (given: JsonObject) => {
    const read = { ...given };
    for (const [name, schema] of fields) read[name] = readAs(schema, read[name]);
    return read as JsonObject & { [Name in keyof Shape]: z.infer<Shape[Name]> };
  };
  const empty = filled({});
  return z.transform((value: unknown) => (isJsonObject(value) ? filled(value) : empty));
};

/** A list; `[]` where something else stands. */
export const list = <Item extends Tolerant>(item: Item) =>
  z.transform((value: unknown): z.infer<Item>[] =>
    Array.isArray(value) ? value.map((entry) => readAs(item, entry)) : [],
  );

/**
 * The text that a value is, trimmed: ids and names arrive as strings or numbers; `""` for anything else, and for a text
 * that nobody would see.
 */
export function asText(value: unknown): string {
  const text = typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
  return isBlank(text) ? "" : text;
}

/** The first that holds more than white space, trimmed; else `""`. */
export function firstOf(...texts: string[]): string {
  return texts.map((candidate) => candidate.trim()).find((candidate) => candidate !== "") || "";
}

/** Reads a number that authors and platforms may write as a string. */
export function asNumber(value: unknown): number | undefined {
  const written = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof written === "number" && Number.isFinite(written) ? written : undefined;
}

/** Reads a yes or no that authors and platforms may write as a string. */
export function asFlag(value: unknown): boolean | undefined {
  const written = typeof value === "string" ? value.trim().toLowerCase() : value;
  if (written === true || written === "true") return true;
  if (written === false || written === "false") return false;
  return undefined;
}
