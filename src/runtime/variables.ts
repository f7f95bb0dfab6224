import * as z from "zod/mini";
import { asFlag } from "./tolerant.ts";

/** Where variables come from: `process.env`, or what stands in for it. */
export type Environment = Record<string, string | undefined>;

/** An environment variable: its default as the bank would write it, and what it must look like. */
export type Variable<Value = unknown> = { standard: string; schema: z.ZodMiniType<Value, string> };

/** A variable; its schema has to take the default, too. */
export function variable<Value>(standard: string, schema: Variable<Value>["schema"]): Variable<Value> {
  return { standard, schema };
}

/** The values of a table of variables, in their own types. */
export type Values<Table extends Record<string, Variable>> = {
  [Name in keyof Table]: z.infer<Table[Name]["schema"]>;
};

/**
 * The values of all variables of a table: those that the environment gives, else their defaults.
 *
 * @param complaints see {@link givenValue}
 */
export function valuesOf<Table extends Record<string, Variable>>(
  environment: Environment,
  table: Table,
  complaints: string[],
): Values<Table> {
  const values = Object.entries(table).map(([name, variable]) => [
    name,
    givenValue(environment, name, variable, complaints) ??
      z.safeParse(variable.schema, variable.standard).data,
  ]);
  return Object.fromEntries(values) as Values<Table>;
}

/**
 * The value that the environment gives a variable; `undefined` where it gives none, or a wrong one.
 *
 * @param complaints gets one sentence for a wrong value: the name, and what it should be. The value itself is not
 * repeated, it might be a secret in the wrong place.
 */
export function givenValue(
  environment: Environment,
  name: string,
  { schema }: Variable,
  complaints: string[],
): unknown {
  const given = environment[name]?.trim();
  if (!given) return undefined;
  const { data, error } = z.safeParse(schema, given);
  if (error) complaints.push(`${name} must be ${error.issues[0]?.message}; the default is used`);
  return data;
}

/**
 * A kind of text. One schema serves all variables of its kind: building one is a good part of what a cold start costs.
 *
 * @param read what the text says; `undefined` for a wrong one
 * @param expected what the complaint says that it should be
 */
export function kind<Value>(read: (text: string) => Value | undefined, expected: string) {
  return z.transform((text: string, { issues }): Value => {
    const value = read(text);
    if (value === undefined) issues.push({ code: "custom", message: expected, input: text });
    return value as Value;
  });
}

/** Any text. */
export const sentence = kind((text) => text, "");

/** What is said or asked; a literal `\n` in it is a line end. */
export const message = kind((text) => text.replace(/\\n/g, "\n"), "");

/** `true` or `false`. */
export const yesOrNo = kind(asFlag, "true or false");

/** Names of Clinc are single words: anything else between two commas would never match, and nobody would notice. */
export const NAME = /^[\p{L}\p{N}_.:-]+$/u;

/** A list, each item of which fits a pattern; `none` is an empty one. */
export function itemsLike(pattern: RegExp, expected: string) {
  return kind((text): readonly string[] | undefined => {
    const list = text === "none" ? [] : items(text);
    return list.every((item) => pattern.test(item)) ? list : undefined;
  }, expected);
}

/** A list of names. */
export const names = itemsLike(NAME, "names separated by commas, each of letters, digits, _ and -");

/** A text that fits a pattern. */
export function matching(pattern: RegExp, expected: string) {
  return kind((text) => (pattern.test(text) ? text : undefined), expected);
}

/** A whole number, both ends included. */
export function wholeNumber(min: number, max: number) {
  const isBetween = (text: string) => /^\d+$/.test(text) && Number(text) >= min && Number(text) <= max;
  return kind((text) => (isBetween(text) ? Number(text) : undefined), `a whole number from ${min} to ${max}`);
}

/** A number with a decimal point or without, both ends included. */
export function numberBetween(min: number, max: number) {
  const isBetween = (text: string) =>
    /^\d+(\.\d+)?$/.test(text) && Number(text) >= min && Number(text) <= max;
  return kind((text) => (isBetween(text) ? Number(text) : undefined), `a number from ${min} to ${max}`);
}

/** One of several words. */
export function oneOf<const Option extends string>(options: readonly Option[]) {
  return kind((text) => options.find((option) => option === text), `one of ${options.join(", ")}`);
}

/** The items of a list that is separated by commas. */
export function items(text: string): string[] {
  return text
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

/** A list `name=value, …`; `undefined` for anything else, and where a name comes twice: only one would ever count. */
export function pairs(text: string): ReadonlyMap<string, string> | undefined {
  const list = items(text).map((item) => item.split("=").map((side) => side.trim()));
  const isWhole = list.every((sides) => sides.length === 2 && sides.every(Boolean));
  const map = new Map(list as Array<[string, string]>);
  return isWhole && map.size === list.length ? map : undefined;
}
