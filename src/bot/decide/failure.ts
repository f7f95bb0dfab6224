import { type Answer, ownIntent } from "../../answer/answer.ts";
import { Fault } from "../../runtime/fault.ts";
import type { Conversation } from "../conversations.ts";
import type { Settings } from "../settings.ts";
import { handingOver } from "./conclude.ts";

/** A conversation that comes back this soon after our transfer is not sent round again for a fault. */
const NO_BOUNCE_MS = 2 * 60_000;

/**
 * The answer to a turn that Clinc could not answer. Wrong settings hand over at once, since no repetition can help;
 * everything else is apologised for, until it has happened too often in a row.
 */
export function failureAnswer(error: unknown, conversation: Conversation, settings: Settings): Answer {
  const fault = error instanceof Fault ? error : unforeseen(error);
  conversation.failed += 1;
  const isHopeless = fault.responsible === "settings";
  const isTooOften = settings.FAILURE_LIMIT > 0 && conversation.failed >= settings.FAILURE_LIMIT;
  const isBouncing = Date.now() - conversation.transferredAt < NO_BOUNCE_MS;
  const remarks = [`${fault.message}${fault.cause ? ` ${JSON.stringify(fault.cause)}` : ""}`];
  if ((isHopeless || isTooOften) && !isBouncing) {
    const why = isHopeless
      ? `the bot cannot reach its AI (${fault.reason})`
      : `the bot could not answer ${conversation.failed} times in a row (${fault.reason})`;
    return {
      blocks: handingOver([], settings),
      intent: ownIntent(fault.reason),
      outcome: { kind: "transfer", skill: "", agentId: "", why },
      fault: fault.responsible,
      remarks,
    };
  }
  return { ...apology(fault.reason, settings), fault: fault.responsible, remarks };
}

/** The bank's words for a technical difficulty. */
export function apology(reason: string, settings: Settings): Answer {
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
