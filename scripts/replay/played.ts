import type { Generation } from "../build/generation.ts";
import { isRight, type PlayedTurn } from "./play.ts";

/** A conversation that was played in a generation. */
export type Played = { file: string; title: string; generation: Generation; turns: PlayedTurn[] };

/** How many turns there were, and how many of them were wrong. */
export function countsOf(all: readonly Played[]): { turns: number; wrong: number } {
  const turns = all.flatMap((one) => one.turns);
  return { turns: turns.length, wrong: turns.filter((turn) => !isRight(turn)).length };
}

/** The result for programs; what was seen is in the terms of expectations. */
export function resultOf(all: readonly Played[]) {
  const { turns, wrong } = countsOf(all);
  return {
    isRight: wrong === 0,
    turns,
    wrong,
    conversations: all.map(({ turns: played, ...conversation }) => ({
      ...conversation,
      isRight: played.every(isRight),
      turns: played.map((turn) => {
        const { number, by, said, seen, problems, differences } = turn;
        return { number, by, said, isRight: isRight(turn), seen, problems, differences };
      }),
    })),
  };
}

/** `1 turn`, `2 turns`. */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
