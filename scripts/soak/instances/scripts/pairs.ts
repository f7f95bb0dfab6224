import type { Play, Script } from "../play.ts";
import type { RowName } from "../rows.ts";

/** By how much the second message of a pair comes after the first. */
const WAYS: ReadonlyArray<{ row: RowName; afterMs: number }> = [
  { row: "pairInOrder", afterMs: 100 },
  { row: "pairAtOnce", afterMs: 0 },
];

const PAIRS = 3;

const wayOf = (pair: number) => WAYS[pair % WAYS.length] as (typeof WAYS)[number];

/** Where the messages of a pair stand; the first and the last of the conversation stand alone. */
const placesOf = (pair: number) => [2 * pair + 1, 2 * pair + 2] as const;

/**
 * A consumer who says a thing in two messages, the second before the first is answered. A conversation that begins so is
 * beyond help: nothing tells the second message that it is not the first.
 */
export const pairs: Script = {
  play: (): Play => ({
    messages: Array.from({ length: 2 * PAIRS + 2 }, () => ({ clinc: { kind: "understood" } as const })),
    groups: [
      [{ message: 0, afterMs: 0 }],
      ...Array.from({ length: PAIRS }, (_, pair) => {
        const [first, second] = placesOf(pair);
        return [
          { message: first, afterMs: 0 },
          { message: second, afterMs: wayOf(pair).afterMs },
        ];
      }),
      [{ message: 2 * PAIRS + 1, afterMs: 0 }],
    ],
  }),
  judge: ({ turns }) =>
    Array.from({ length: PAIRS }, (_, pair) => {
      const answered = turns.map(({ message }) => message);
      const [first, second] = placesOf(pair).map((message) => answered.indexOf(message));
      return [wayOf(pair).row, Number(first) < Number(second)] as const;
    }),
};
