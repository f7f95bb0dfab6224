import { type Answer, ownIntent, transfer } from "../../answer/answer.ts";
import type { ConsumerTurn } from "../../liveperson/consumer-turn.ts";
import { Fault } from "../../runtime/fault.ts";
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
 * everything else is apologised for, until it has happened too often in a row.
 */
export function failed(error: unknown, before: Memory, settings: Settings): Thought {
  const fault = error instanceof Fault ? error : unforeseen(error);
  const count = before.failed + 1;
  const memory = { ...before, failed: count };
  const isHopeless = fault.responsible === "settings";
  const isTooOften = settings.FAILURE_LIMIT > 0 && count >= settings.FAILURE_LIMIT;
  const isBouncing = Date.now() - before.transferredAt < NO_BOUNCE_MS;
  const about = {
    fault: fault.responsible,
    remarks: [`${fault.message}${fault.cause ? ` ${JSON.stringify(fault.cause)}` : ""}`],
  };
  if ((!isHopeless && !isTooOften) || isBouncing)
    return { answer: { ...apology(fault.reason, settings), ...about }, memory };
  const why = isHopeless
    ? `the bot cannot reach its AI (${fault.reason})`
    : `the bot could not answer ${count} times in a row (${fault.reason})`;
  const answer: Answer = {
    blocks: announced([], settings),
    intent: ownIntent(fault.reason),
    outcome: transfer(why),
    ...about,
  };
  return { answer, memory };
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

function unforeseen(cause: unknown): Fault {
  const remedy = "this is a defect of the function itself; please report it with this line";
  return new Fault("contract", "internal_error", remedy, { cause });
}
