import { mapValues } from "../runtime/map-values.ts";
import { asNumber } from "../runtime/tolerant.ts";

/** Numbers that templates of business logics write as texts. */
const NUMBERS = ["la", "lo", "itemsPerRow", "padding"];

/**
 * Puts right what templates leave in content, and LivePerson would refuse: `null` where there was nothing to fill in is
 * left out, and numbers written as texts become numbers. Metadata is for programs, where `null` may mean something.
 */
export function tidied<Content>(content: Content): Content {
  return mapValues(content, tidy, ["metadata"]);
}

function tidy(value: unknown, name: string): unknown {
  if (value === null) return undefined;
  return NUMBERS.includes(name) ? (asNumber(value) ?? value) : value;
}
