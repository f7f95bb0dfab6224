import { type Message, oneByOne, type Script } from "../play.ts";

const LISTS = 4;

const meant = (list: number) => `the second of list ${list}`;

/** Clinc offers a list, the consumer types a number, and so on; each list means something else. */
export const lists: Script = {
  play: () =>
    oneByOne(
      Array.from({ length: LISTS }, (_, list): Message[] => {
        const choices = ["None", { title: `Of ${list}`, say: meant(list) }, "All"];
        return [
          { clinc: { kind: "understood", liveperson: { text: "Which one?", choices } } },
          { clinc: { kind: "understood" }, words: "2" },
        ];
      }).flat(),
    ),
  judge: ({ asked }) =>
    Array.from({ length: LISTS }, (_, list) => {
      const words = asked.filter(({ message }) => message === 2 * list + 1).map((question) => question.words);
      const older = Array.from({ length: list }, (_, before) => meant(before));
      return [
        ["numberTaken", words.length === 1 && words[0] === meant(list)] as const,
        ["numberOutdated", words.some((said) => older.includes(said))] as const,
      ];
    }).flat(),
};
