import type { ConsumerTurn } from "../liveperson/consumer-turn.ts";
import { type Memory, NO_CHOICES, numberOf, type Seen } from "./memory.ts";

/** Clinc itself forgets a dialog after ten minutes; a list that stands there longer than this is nobody's question. */
const OPEN_FOR_MS = 5 * 60_000;

/**
 * What a memory is worth for this turn. Another instance may have answered in between, and an older list or detail would
 * be taken for the last one; so what may be stale is not used. Labels are not concerned, they mean the same in any list,
 * nor are counts: an early hand-over is better than none.
 *
 * @param isSure the memory was read from the record just now. A write of it may still have been lost, so a number is only
 * taken where the numbers of the events do not speak against it
 * @param isShared V2: the next event is likely to reach another instance
 */
export function withoutStale(memory: Memory, turn: ConsumerTurn, isSure: boolean, isShared: boolean): Memory {
  const { open, turns } = memory;
  const isLast = isNext(memory.seen, turn, isSure, isShared);
  // It has no place of its own, and takes no number.
  const isApart = turn.said.kind === "welcome" && turn.sequence === "";
  return {
    ...memory,
    open: Date.now() - open.at > OPEN_FOR_MS ? NO_CHOICES : isLast || isApart ? open : withoutNumbers(open),
    turns: isLast || isSure ? turns : turns.map((past) => ({ ...past, details: {} })),
  };
}

/**
 * Whether nobody can have answered between the last event seen and this one: another turn takes at least two numbers, its
 * message and its answer. Where receipts count as well, each message takes three; but there as few prove nothing, so
 * only a memory that is sure allows for them.
 */
function isNext(seen: Seen, { dialog, sequence }: ConsumerTurn, isSure: boolean, isShared: boolean): boolean {
  const number = numberOf(sequence);
  if (number === undefined || seen.sequence === undefined) return !isShared;
  const distance = number - seen.sequence;
  const most = isSure ? 3 * seen.messages + 3 : seen.messages + 2;
  return dialog === seen.dialog && distance > 0 && distance <= most;
}

function withoutNumbers({ at, shown, numbered }: Memory["open"]): Memory["open"] {
  return { at, shown: [...shown, ...numbered], numbered: [] };
}
