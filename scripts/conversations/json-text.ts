import { findNodeAtLocation, type Node, parseTree } from "jsonc-parser";
import { faultOfJson, type JsonFault, placeIn } from "../kit/wrong-json.ts";

/** The way from the outermost value to one inside of it: names of keys, and numbers in lists from 0. */
export type Path = ReadonlyArray<string | number>;

/** A JSON text that was read, with the places of what is in it. */
export type JsonText = {
  value: unknown;
  /** Where the key at the end of a path stands, or the entry of a list; where there is none, the nearest around it. */
  positionOf(path: Path): { line: number; column: number };
};

/** Reads JSON as {@link JSON.parse} does, and tells where things stand in it. */
export function readJsonText(text: string): JsonText | { fault: JsonFault } {
  try {
    const value: unknown = JSON.parse(text);
    return { value, positionOf: (path) => placeIn(text, offsetOf(text, path)) };
  } catch {
    return { fault: faultOfJson(text) };
  }
}

/** Where a value stands in the text of a JSON; `undefined` where there is none. */
export function placeOf(text: string, path: Path): { start: number; end: number } | undefined {
  const node = nodeAt(text, path);
  return node && { start: node.offset, end: node.offset + node.length };
}

function offsetOf(text: string, path: Path): number {
  const node = nodeAt(text, path);
  if (node === undefined) return path.length === 0 ? 0 : offsetOf(text, path.slice(0, -1));
  const isMember = node.parent?.type === "property";
  return isMember ? (node.parent?.offset ?? node.offset) : node.offset;
}

function nodeAt(text: string, path: Path): Node | undefined {
  const root = parseTree(text);
  return root && findNodeAtLocation(root, [...path]);
}
