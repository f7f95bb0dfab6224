import { coreOf, reasonAgainst } from "../../src/agent/desk/core.ts";
import { inTermsOfDesk } from "../../src/agent/desk/operator-notes.ts";
import { providerFor } from "../../src/agent/desk/provider-for.ts";
import { readDeskSettings } from "../../src/agent/desk/settings.ts";
import type { DeskSettings } from "../../src/agent/desk/variables.ts";
import { Deadline } from "../../src/runtime/deadline.ts";
import type { Fault } from "../../src/runtime/fault.ts";
import { type Check, failed, failedBy, ok, skipped, warning } from "./check.ts";
import { examineFraming } from "./desk-framing.ts";
import { examineSignIn } from "./desk-sign-in.ts";

const WHERE_TO_FIX = "In the environment of the desk; restart it afterwards.";

/** What needs settings that count. */
const OTHERS = ["sign-in", "client", "keys", "address", "framing", "widget", "briefing", "suggestion"];

/**
 * Looks at a desk from its settings: they themselves, the sign-in, the running desk as a browser would meet it, and what
 * it asks. Nobody is signed in, and nothing is written.
 *
 * @param words what Clinc is asked, with the AI version for agents and under a dialog of the doctor's own
 */
export async function* examineDesk(
  environment: Record<string, string | undefined>,
  words: string,
): AsyncGenerator<Check> {
  const { settings, complaints } = readDeskSettings(environment);
  for (const complaint of complaints) yield failed("settings", complaint, WHERE_TO_FIX);
  if (complaints.length > 0) {
    for (const name of OTHERS) yield skipped(name, "needs settings that count");
    return;
  }
  yield ok("settings", "nothing is missing or wrong");
  yield assignment(settings);
  yield* examineSignIn(providerFor(settings), settings);
  yield* examineFraming(settings);
  yield* examineCore(settings, words);
}

function assignment({ DESK_ASSIGNMENT_CHECK, DESK_SIGN_IN }: DeskSettings): Check {
  const name = "assignment";
  if (DESK_ASSIGNMENT_CHECK === "conversation") return ok(name, "LivePerson says who may see a conversation");
  if (DESK_SIGN_IN === "none") return ok(name, "nobody is checked where nobody signs in");
  const finding = "off: every agent who is signed in may ask about any conversation whose id they have";
  return warning(name, finding, `Keep it so only if that was decided. ${WHERE_TO_FIX}`);
}

/** Of a conversation that there is not. */
async function* examineCore(settings: DeskSettings, words: string): AsyncGenerator<Check> {
  const conversation = `doctor-${Date.now()}`;
  const { briefing, suggest, secrets } = coreOf(settings);
  const found = await briefing(conversation);
  yield found.status === "unavailable"
    ? byDesk("briefing", found.fault, "no record could be read")
    : ok("briefing", "the store answers");

  const off = await reasonAgainst(settings, secrets);
  if (off) return void (yield offBecause(off, settings));
  const start = Date.now();
  const {
    status,
    fault,
    intent = "",
  } = await suggest(conversation, words, new Deadline(settings.CLINC_TIMEOUT_MS));
  yield fault
    ? byDesk("suggestion", fault, "Clinc could not be asked")
    : ok("suggestion", `${status}${intent && `; intent ${intent}`}, after ${Date.now() - start} ms`);
}

function offBecause(off: Fault, { DESK_SUGGEST }: DeskSettings): Check {
  const name = "suggestion";
  if (DESK_SUGGEST === "off") return ok(name, "off, as set");
  if (off.reason === "assist_version_missing") return ok(name, "off: no CLINC_ASSIST_AI_VERSION");
  return byDesk(name, off, "off");
}

function byDesk(name: string, fault: Fault, finding: string): Check {
  const check = failedBy(name, fault, finding);
  return { ...check, remedy: inTermsOfDesk(check.remedy ?? "") };
}
