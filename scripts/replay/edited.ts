import { applyEdits, modify } from "jsonc-parser";
import type { Expectation } from "../conversations/expectation.ts";
import { type Path, placeOf } from "../conversations/json-text.ts";

/**
 * The text of a file with other expectations; everything else in it stays as it is.
 *
 * @param expectations one for each turn; `undefined` leaves the turn alone
 */
export function withExpectations(text: string, expectations: ReadonlyArray<Expectation | undefined>): string {
  return expectations.reduce(
    (edited, expect, index) => (expect ? withExpectation(edited, pathOfTurn(edited, index), expect) : edited),
    text,
  );
}

function pathOfTurn(text: string, index: number): Path {
  const given: unknown = JSON.parse(text);
  if (Array.isArray(given)) return [index];
  return placeOf(text, ["turns"]) ? ["turns", index] : [];
}

/** Words alone become a turn that says them. */
function withExpectation(text: string, path: Path, expect: Expectation): string {
  const place = placeOf(text, path);
  const isWords = place && text[place.start] === '"';
  if (!isWords) return applyEdits(text, modify(text, [...path, "expect"], expect, {}));
  const words = text.slice(place.start, place.end);
  const turn = `{ "say": ${words}, "expect": ${JSON.stringify(expect)} }`;
  return text.slice(0, place.start) + turn + text.slice(place.end);
}
