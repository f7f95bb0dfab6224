import type { Play, Script } from "../play.ts";
import type { RowName } from "../rows.ts";

/** By how much the second message of a pair comes after the first. */
const WAYS: ReadonlyArray<{ row: RowName; afterMs: number }> = [
  { row: "pairInOrder", afterMs: 100 },
  { row: "pairAtOnce", afterMs: 0 },
];

const PAIRS = 4;

const wayOf = (pair: number) => WAYS[pair % WAYS.length] as (typeof WAYS)[number];

/** A consumer who says a thing in two messages, the second before the first is answered. */
export const pairs: Script = {
  play: (): Play => ({
    messages: Array.from({ length: 2 * PAIRS }, () => ({ clinc: { kind: "understood" } as const })),
    groups: Array.from({ length: PAIRS }, (_, pair) => [
      { message: 2 * pair, afterMs: 0 },
      { message: 2 * pair + 1, afterMs: wayOf(pair).afterMs },
    ]),
  }),
  judge: ({ turns }) =>
    Array.from({ length: PAIRS }, (_, pair) => {
      const answered = turns.map(({ message }) => message);
      return [wayOf(pair).row, answered.indexOf(2 * pair) < answered.indexOf(2 * pair + 1)] as const;
    }),
};
