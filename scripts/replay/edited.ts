import type { ValueNode } from "@humanwhocodes/momoa";
import type { Expectation } from "../conversations/expectation.ts";
import { nodeAt, nodesOf, type Path } from "../conversations/json-text.ts";

/**
 * The text of a file with other expectations; everything else in it stays as it is.
 *
 * @param expectations one for each turn; `undefined` leaves the turn alone
 */
export function withExpectations(text: string, expectations: ReadonlyArray<Expectation | undefined>): string {
  const { body } = nodesOf(text);
  const edits = expectations.flatMap((expect, index) => {
    const turn = nodeAt(body, pathOfTurn(body, index));
    return turn && expect ? [editOf(text, turn, JSON.stringify(expect))] : [];
  });
  return edits
    .sort((one, other) => other.start - one.start)
    .reduce((edited, { start, end, by }) => edited.slice(0, start) + by + edited.slice(end), text);
}

function pathOfTurn(body: ValueNode, index: number): Path {
  if (body.type === "Array") return [index];
  return nodeAt(body, ["turns"]) ? ["turns", index] : [];
}

type Edit = { start: number; end: number; by: string };

/** Words alone become a turn that says them. */
function editOf(text: string, turn: ValueNode, expect: string): Edit {
  const [start, end] = placeOf(turn);
  const before = nodeAt(turn, ["expect"]);
  if (before) {
    const [from, to] = placeOf(before);
    return { start: from, end: to, by: expect };
  }
  if (turn.type === "Object") {
    const last = turn.members.at(-1);
    const at = last ? last.loc.end.offset : start + 1;
    return { start: at, end: at, by: `${last ? ", " : ""}"expect": ${expect}` };
  }
  return { start, end, by: `{ "say": ${text.slice(start, end)}, "expect": ${expect} }` };
}

function placeOf({ loc }: ValueNode): [start: number, end: number] {
  return [loc.start.offset, loc.end.offset];
}
