import type { RowName } from "./rows.ts";

/** What Clinc makes of a message. */
export type ClincSays =
  | { kind: "understood"; name?: string; account?: string; liveperson?: unknown }
  | { kind: "misunderstood" }
  | { kind: "fails"; status: number };

/** A message of a script. Its words end with its number, unless the script gives them. */
export type Message = {
  clinc: ClincSays;
  words?: string;
  /** The conversation comes back to the bot with the words of the message before. */
  isReturn?: true;
};

/** A message on its way to the function: which one, and so many milliseconds after the first of its group. */
export type Sending = { message: number; afterMs: number };

/** One conversation: what is said, and when. A group is sent when everything before it is answered and read. */
export type Play = { messages: readonly Message[]; groups: ReadonlyArray<readonly Sending[]> };

/** What came of a message that was sent. */
export type Turn = { message: number; consumer: readonly string[]; agent: readonly string[]; action: string };

/** A question that reached Clinc, and the message that it was asked for. */
export type Asked = { message: number; words: string };

/** What came of a play: its turns in the order of their answers, and what Clinc was asked. */
export type Trace = { turns: readonly Turn[]; asked: readonly Asked[] };

/** Something that a row counts could have happened, and did or did not. */
export type Finding = readonly [row: RowName, happened: boolean];

/** A conversation that shows by what comes of it how well its instances remember. */
export type Script = { play: () => Play; judge: (trace: Trace, play: Play) => Finding[] };

/** All messages one after the other, each once. */
export function oneByOne(messages: readonly Message[]): Play {
  return { messages, groups: messages.map((_, message) => [{ message, afterMs: 0 }]) };
}

/** Whether the conversation was handed over in the turn of this message. */
export function wasTransferred({ turns }: Trace, message: number): boolean {
  return turns.some((turn) => turn.message === message && turn.action.startsWith("TRANSFER"));
}
