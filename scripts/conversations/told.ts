import type * as z from "zod";
import { didYouMean } from "../kit/nearest.ts";
import type { Path } from "./json-text.ts";

/** Something that is wrong with what somebody has written: where, and a sentence whose subject is that place. */
export type Problem = { path: Path; message: string };

/** What is said of a key that has no meaning where it stands. */
export const NOT_KNOWN = "is not known there";

type Schema = z.core.$ZodType;
type Issue = z.core.$ZodIssue;

/** Reads a value by a schema; what is wrong with it is told in words for those who write such values. */
export function readBy<Read extends z.ZodType>(
  schema: Read,
  value: unknown,
): { data: z.output<Read> } | { problems: Problem[] } {
  const read = schema.safeParse(value, { reportInput: true });
  if (read.success) return { data: read.data };
  return { problems: read.error.issues.flatMap((issue) => toldIssue(issue, optionsOf(schema), [])) };
}

/** A path as it is written in JavaScript: `clinc.liveperson[0].choices`. */
export function spelledPath(path: Path): string {
  return path.reduce<string>((way, step) => {
    if (typeof step === "number") return `${way}[${step}]`;
    return /^\w+$/.test(step) ? `${way}${way && "."}${step}` : `${way}[${JSON.stringify(step)}]`;
  }, "");
}

/** @param forms that the value may have */
function toldIssue(issue: Issue, forms: readonly Schema[], outer: Path): Problem[] {
  const path = [...outer, ...(issue.path as Path)];
  const told = (message: string) => [{ path, message }];
  if (issue.code === "unrecognized_keys") {
    const known = schemasAt(forms, issue.path as Path).flatMap(keysOf);
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: `${NOT_KNOWN}${didYouMean(key, known)}`,
    }));
  }
  if (issue.input === undefined && issue.code !== "custom") return told("is missing");
  if (issue.code === "invalid_union")
    return nearestAlternative(issue, schemasAt(forms, issue.path as Path), path);
  return told(sentenceOf(issue));
}

const KINDS: Record<string, string> = {
  string: "a text in quotation marks",
  object: "an object in { }",
  record: "an object in { }",
  array: "a list in [ ]",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
};

function sentenceOf(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return `must be ${KINDS[issue.expected] ?? issue.expected}`;
    case "too_small":
      return issue.origin === "number" || issue.origin === "int"
        ? `must be ${issue.inclusive ? "at least" : "more than"} ${issue.minimum}`
        : "must not be empty";
    case "too_big":
      return issue.origin === "string"
        ? `must not have more than ${issue.maximum} characters`
        : `must be at most ${issue.maximum}`;
    case "invalid_value":
      return `must be ${issue.values.map((value) => JSON.stringify(value)).join(" or ")}`;
    default:
      return issue.message;
  }
}

/**
 * Of several forms the one that was most likely meant: the one with the least to put right. A key that is missing is not
 * named where another is misspelt.
 */
function nearestAlternative(
  { errors }: z.core.$ZodIssueInvalidUnion,
  forms: readonly Schema[],
  path: Path,
): Problem[] {
  const [nearest] = errors
    .map((issues, index) => ({ issues, form: forms.slice(index, index + 1), cost: costOf(issues) }))
    .sort((one, other) => one.cost - other.cost);
  if (nearest === undefined || nearest.cost >= WRONG_KIND) {
    const kinds = forms.map(kindOf).filter(Boolean);
    return [{ path, message: `must be ${[...new Set(kinds)].join(" or ")}` }];
  }
  const isMisspelt = nearest.issues.some(isUnknownKey);
  return nearest.issues
    .filter((one) => !isMisspelt || one.input !== undefined || one.code === "custom")
    .flatMap((one) => toldIssue(one, isUnknownKey(one) ? forms : nearest.form, path));
}

/** A key that is not known at the outermost level of a form: it may be that of another form. */
function isUnknownKey({ code, path }: Issue): boolean {
  return code === "unrecognized_keys" && path.length === 0;
}

/** A value of another kind is not what was meant, whatever else is wrong; a check may say so with `isOtherKind`. */
const WRONG_KIND = 1_000;

function costOf(issues: readonly Issue[]): number {
  return issues.reduce((cost, issue) => {
    if (issue.path.length === 0 && issue.code === "invalid_type") return cost + WRONG_KIND;
    if (issue.code === "custom" && issue.params?.isOtherKind) return cost + WRONG_KIND - 1;
    if (issue.code === "unrecognized_keys") return cost + 10 * issue.keys.length;
    return cost + (issue.input === undefined || issue.path.length === 0 ? 5 : 1);
  }, 0);
}

function kindOf(schema: Schema): string {
  const { type, values = [] } = schema._zod.def as { type: string; values?: readonly unknown[] };
  return KINDS[type] ?? values.map((value) => JSON.stringify(value)).join(" or ");
}

/** What a schema is behind `optional` and `default`. */
function bare(schema: Schema): Schema {
  const { innerType } = schema._zod.def as { innerType?: Schema };
  return innerType ? bare(innerType) : schema;
}

/** The forms of a value that may have several; else its one. */
function optionsOf(schema: Schema): readonly Schema[] {
  const { options } = bare(schema)._zod.def as { options?: readonly Schema[] };
  return options?.flatMap(optionsOf) ?? [bare(schema)];
}

/** The forms of what stands at a path; none within what has no schema. */
function schemasAt(forms: readonly Schema[], path: Path): readonly Schema[] {
  return path.reduce((at, step) => at.flatMap((one) => inside(one, step)), forms);
}

function inside(schema: Schema, step: string | number): readonly Schema[] {
  const { shape, element, valueType } = schema._zod.def as {
    shape?: Record<string, Schema>;
    element?: Schema;
    valueType?: Schema;
  };
  const found = shape?.[step] ?? element ?? valueType;
  return found ? optionsOf(found) : [];
}

function keysOf(schema: Schema): string[] {
  const { shape } = schema._zod.def as { shape?: Record<string, Schema> };
  return Object.keys(shape ?? {});
}
