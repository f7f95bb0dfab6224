import type { Settings } from "../../src/bot/settings.ts";
import type { ClincAccess } from "../../src/clinc/access.ts";
import { QUERY_REFUSED } from "../../src/clinc/faults.ts";
import { isJsonObject } from "../../src/runtime/tolerant.ts";
import { type Check, ok, warning } from "./check.ts";
import { type Answered, ask, newDialog } from "./question.ts";
import { WHERE_TO_FIX_VARIABLES } from "./where-to-fix.ts";

/** The name of the check; it is made where `CLINC_CONTEXT` names anything. */
export const CONTEXT_CHECK = "context";

/** Stands for each value, so that nothing of a person is sent. */
const EXAMPLE = "doctor";

/**
 * Asks once more, with the key that carries `CLINC_CONTEXT` and in a dialog of its own. The query without it has been
 * answered: a refusal now is one of the key.
 */
export async function examineContext(words: string, access: ClincAccess, settings: Settings): Promise<Check> {
  const context = Object.fromEntries(settings.CLINC_CONTEXT.map((name) => [name, EXAMPLE]));
  const answered = await ask(words, newDialog(), access, settings, context);
  const { fault, status } = answered;
  if (fault?.reason === QUERY_REFUSED)
    return warning(
      CONTEXT_CHECK,
      `Clinc refuses the key "liveperson", HTTP ${status} (context_refused)`,
      `The bot asks without it, at the price of a second query in five minutes on each instance. Ask Clinc to allow the key, or set CLINC_CONTEXT to none. ${WHERE_TO_FIX_VARIABLES}`,
    );
  if (fault)
    return warning(
      CONTEXT_CHECK,
      `whether Clinc takes the key "liveperson" cannot be told (${fault.reason})`,
      "Run the doctor again: the queries without the key were answered.",
    );
  const end = isReadBack(answered) ? "and gives it back with its reply" : "and does not give it back";
  return ok(CONTEXT_CHECK, `Clinc takes the key "liveperson" ${end}`);
}

/** Keys that Clinc does not know were seen at the top of a reply, and in what business logic returned. */
function isReadBack({ reply }: Answered): boolean {
  const places: unknown[] = [reply, reply?.bl_resp];
  return places.some((place) => isJsonObject(place) && isJsonObject(place.liveperson));
}
