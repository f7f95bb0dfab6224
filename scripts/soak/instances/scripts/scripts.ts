import type { Script } from "../play.ts";
import { lists } from "./lists.ts";
import { pairs } from "./pairs.ts";
import { repeats } from "./repeats.ts";
import { returns } from "./returns.ts";
import { neverThree, neverTwoFailures, threeInARow } from "./streaks.ts";
import { summaries } from "./summaries.ts";

/** The kinds of conversations that are held; each has eight messages. */
export const SCRIPTS = {
  threeInARow,
  neverThree,
  neverTwoFailures,
  repeats,
  lists,
  summaries,
  returns,
  pairs,
} satisfies Record<string, Script>;

/** The name of one kind. */
export type ScriptName = keyof typeof SCRIPTS;
