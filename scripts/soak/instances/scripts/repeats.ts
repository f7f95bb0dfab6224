import type { Play, Script, Sending } from "../play.ts";
import type { RowName } from "../rows.ts";

const MESSAGES = 8;

/** How a message is repeated: by turns after its answer, while it is under way, and in the very same moment. */
const WAYS: ReadonlyArray<{ row: RowName; groupsOf: (message: number) => Sending[][] }> = [
  {
    row: "repeatLater",
    groupsOf: (message) => [[{ message, afterMs: 0 }], [{ message, afterMs: 0 }]],
  },
  {
    row: "repeatMeanwhile",
    groupsOf: (message) => [
      [
        { message, afterMs: 0 },
        { message, afterMs: 800 },
      ],
    ],
  },
  {
    row: "repeatSoon",
    groupsOf: (message) => [
      [
        { message, afterMs: 0 },
        { message, afterMs: 100 },
      ],
    ],
  },
  {
    row: "repeatAtOnce",
    groupsOf: (message) => [
      [
        { message, afterMs: 0 },
        { message, afterMs: 0 },
      ],
    ],
  },
];

const wayOf = (message: number) => WAYS[message % WAYS.length] as (typeof WAYS)[number];

/** Every message comes twice, and each query moves Clinc's dialog on. */
export const repeats: Script = {
  play: (): Play => {
    const messages = Array.from({ length: MESSAGES }, () => ({ clinc: { kind: "understood" } as const }));
    return { messages, groups: messages.flatMap((_, message) => wayOf(message).groupsOf(message)) };
  },
  judge: ({ asked }, { messages }) =>
    messages.map((_, message) => [
      wayOf(message).row,
      asked.filter((question) => question.message === message).length === 1,
    ]),
};
