import { GENERATIONS, type Generation } from "./generation.ts";
import { VERSION } from "./version.ts";

/** What a built file says of itself: the version that it was built as, and the generation that runs it. */
export type Title = { version: string; generation: Generation };

const TITLE = /^Clinc for LivePerson Functions (\d+\.\d+\.\d+\S*) \(Functions (V\d)\)\s*$/m;

/** The first line of a built file's comment. */
export function titleFor(generation: Generation): string {
  return `Clinc for LivePerson Functions ${VERSION} (Functions ${generation.toUpperCase()})`;
}

/** @returns `undefined` for a code that says nothing of the kind: it is none of ours, or cut off before its title */
export function titleIn(code: string): Title | undefined {
  const [, version = "", named = ""] = TITLE.exec(code) ?? [];
  const generation = GENERATIONS.find((one) => one === named.toLowerCase());
  return generation && { version, generation };
}
