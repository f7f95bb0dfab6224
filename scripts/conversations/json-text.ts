import { type DocumentNode, parse, type ValueNode } from "@humanwhocodes/momoa";
import { faultOfJson } from "../kit/wrong-json.ts";

/** Where something stands in a text; both count from 1. */
export type Position = { line: number; column: number };

/** The way from the outermost value to one inside of it: names of keys, and numbers in lists from 0. */
export type Path = ReadonlyArray<string | number>;

/** A JSON text that was read, with the places of what is in it. */
export type JsonText = {
  value: unknown;
  /** Where the key at the end of a path stands, or the entry of a list; where there is none, the nearest around it. */
  positionOf(path: Path): Position;
};

/** What keeps a text from being JSON, in a sentence without its subject. */
export type NoJson = { message: string; position?: Position };

/** Reads JSON as {@link JSON.parse} does, and tells where things stand in it. */
export function readJsonText(text: string): JsonText | { noJson: NoJson } {
  try {
    const value: unknown = JSON.parse(text);
    return { value, positionOf: (path) => positionIn(text, path) };
  } catch {
    const { reason, line, column } = faultOfJson(text);
    const position = line === undefined || column === undefined ? {} : { position: { line, column } };
    return { noJson: { message: `is not JSON: ${reason}`, ...position } };
  }
}

/** The parts of a text that was read as JSON before. */
export function nodesOf(text: string): DocumentNode {
  return parse(text, { mode: "json" });
}

/** The value at a path; `undefined` where there is none. The last of several keys with one name counts. */
export function nodeAt(node: ValueNode, path: Path): ValueNode | undefined {
  const [first, ...rest] = path;
  if (first === undefined) return node;
  const inner = node.type === "Array" ? node.elements[Number(first)]?.value : memberOf(node, first)?.value;
  return inner && nodeAt(inner, rest);
}

function positionIn(text: string, path: Path): Position {
  const { body } = nodesOf(text);
  const holder = nodeAt(body, path.slice(0, -1));
  const last = path.at(-1);
  if (holder === undefined) return positionIn(text, path.slice(0, -1));
  const found =
    last === undefined ? body : (memberOf(holder, last)?.name ?? nodeAt(holder, [last]) ?? holder);
  const { line, column } = found.loc.start;
  return { line, column };
}

function memberOf(node: ValueNode, key: string | number) {
  if (node.type !== "Object") return undefined;
  return node.members.findLast(({ name }) => name.type === "String" && name.value === key);
}
