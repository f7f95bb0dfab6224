import type { Finding, Play, Script, Sending } from "../play.ts";
import type { RowName } from "../rows.ts";

const MESSAGES = 8;

/** How a message is repeated: after its answer, while it is under way, and in the very same moment. */
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

/** Between two messages that come twice stands one that does not. */
const wayOf = (message: number) => (message % 2 === 0 ? undefined : WAYS[(message - 1) / 2]);

/** Every other message comes twice, and each query moves Clinc's dialog on. */
export const repeats: Script = {
  play: (): Play => {
    const messages = Array.from({ length: MESSAGES }, () => ({ clinc: { kind: "understood" } as const }));
    const groups = messages.flatMap(
      (_, message) => wayOf(message)?.groupsOf(message) ?? [[{ message, afterMs: 0 }]],
    );
    return { messages, groups };
  },
  judge: ({ asked }, { messages }) =>
    messages.flatMap((_, message): Finding[] => {
      const way = wayOf(message);
      const times = asked.filter((question) => question.message === message).length;
      return way ? [[way.row, times === 1]] : [];
    }),
};
