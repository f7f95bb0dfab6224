import type { Script } from "../play.ts";
import { lists } from "./lists.ts";
import { pairs } from "./pairs.ts";
import { repeats } from "./repeats.ts";
import { returns } from "./returns.ts";
import { neverThree, neverTwoFailures, threeInARow } from "./streaks.ts";
import { summaries } from "./summaries.ts";

/** All conversations that are held; each has eight messages. */
export const SCRIPTS: readonly Script[] = [
  threeInARow,
  neverThree,
  neverTwoFailures,
  repeats,
  lists,
  summaries,
  returns,
  pairs,
];
