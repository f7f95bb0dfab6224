import { type Answer, ownIntent, transfer } from "../../answer/answer.ts";
import { SwitchedOff } from "../../clinc/switch.ts";
import type { ConsumerTurn } from "../../liveperson/consumer-turn.ts";
import { Fault, faultOf, told } from "../../runtime/fault.ts";
import type { Memory } from "../memory.ts";
import type { Settings } from "../settings.ts";
import { announced, type Thought } from "./conclude.ts";
import { SILENCE } from "./own-words.ts";

/**
 * A conversation that comes back this soon after our transfer is not sent round again for a fault: off hours LivePerson
 * escalates within seconds, to the bot itself where only the bot serves the skill.
 *
 * @see https://developers.liveperson.com/third-party-bots-bot-conversation-errors.html
 */
const NO_BOUNCE_MS = 2 * 60_000;

/**
 * The answer to a turn that Clinc could not answer. Wrong settings hand over at once, since no repetition can help;
 * everything else is apologised for, until it has happened too often in a row. A bot that was switched off has not failed.
 */
export function failed(error: unknown, before: Memory, settings: Settings): Thought {
  const fault = faultOf(error);
  const isOff = fault instanceof SwitchedOff;
  const count = isOff ? before.failed : before.failed + 1;
  const isBouncing = Date.now() - before.transferredAt < NO_BOUNCE_MS;
  const why = isBouncing ? "" : whyHandOver(fault, count, settings);
  const answer = why === "" ? apology(fault.reason, settings) : handOver(fault.reason, why, settings);
  const remarks = [told(fault)];
  return {
    answer: { ...answer, remarks, ...(!isOff && { fault: fault.responsible }) },
    memory: { ...before, failed: count },
  };
}

/** Why a person has to take over; `""` where an apology will do. */
function whyHandOver(fault: Fault, count: number, settings: Settings): string {
  if (fault instanceof SwitchedOff) return fault.way === "transfer" ? "the bot is switched off" : "";
  if (fault.responsible === "settings") return `the bot cannot reach its AI (${fault.reason})`;
  const isTooOften = settings.FAILURE_LIMIT > 0 && count >= settings.FAILURE_LIMIT;
  return isTooOften ? `the bot could not answer ${count} times in a row (${fault.reason})` : "";
}

/** Whether Clinc certainly processed nothing, so that the same words may be asked again. */
export function wasNeverAsked(error: unknown): boolean {
  return error instanceof Fault && error.isUnprocessed;
}

/**
 * An earlier turn of the conversation is still under way: nobody's failure, and it does not count as one. Where the
 * consumer is not spoken with, there is nobody to apologise to.
 */
export function tooLate({ said }: ConsumerTurn, memory: Memory, settings: Settings): Thought {
  const answer = apology("earlier_turn_pending", settings);
  const isSilent = said.kind === "public" || said.kind === "not_consumer";
  return { answer: isSilent ? { ...answer, blocks: SILENCE } : answer, memory };
}

/** The bank's words for a technical difficulty. */
function apology(reason: string, settings: Settings): Answer {
  return {
    blocks: [{ kind: "text", text: settings.APOLOGY_MESSAGE }],
    intent: ownIntent(reason),
    outcome: { kind: "continue" },
    remarks: [],
  };
}

/** The bank's words for a hand-over, to whoever takes over. */
function handOver(reason: string, why: string, settings: Settings): Answer {
  return {
    blocks: announced([], settings),
    intent: ownIntent(reason),
    outcome: transfer(why),
    remarks: [],
  };
}
