import { intentOf } from "../../src/answer/classification.ts";
import type { Settings } from "../../src/bot/settings.ts";
import { KEY_REFUSED } from "../../src/clinc/faults.ts";
import { Fault } from "../../src/runtime/fault.ts";
import { type JudgedAccess, unusableSecret } from "./access.ts";
import { type Check, failed, failedBy, ok, skipped } from "./check.ts";
import { CONTEXT_CHECK, examineContext } from "./context.ts";
import { inquire, judgeVersion } from "./inquiry.ts";
import { type Answered, ask } from "./question.ts";
import { answerTime, secondTurn } from "./turns.ts";
import { WHERE_TO_FIX_VARIABLES, whereToFixSecret } from "./where-to-fix.ts";

/** What the first question shows, in the order in which one needs the other. */
const FIRST = ["Query API", "App-Key", "AI version", "first turn"] as const;
const SECOND = ["second turn", "answer time"];

/**
 * Asks Clinc two questions in one dialog, and a third one with what business logic is to know, and names the part of the set-up that a refusal speaks of.
 *
 * @param isOpen whether there is a way to the host
 */
export async function* examineClinc(
  words: string,
  { endpoint, appKey, aiVersion }: JudgedAccess,
  isOpen: boolean,
  settings: Settings,
): AsyncGenerator<Check> {
  const prefix = settings.CLINC_SECRET_PREFIX;
  const isTelling = settings.CLINC_CONTEXT.length > 0;
  const later = isTelling ? [...SECOND, CONTEXT_CHECK] : SECOND;
  const malformed: Partial<Record<string, Check>> = {
    ...(appKey instanceof Fault && { "App-Key": unusableSecret("app_key", appKey, prefix) }),
    ...(aiVersion instanceof Fault && { "AI version": unusableSecret("ai_version", aiVersion, prefix) }),
  };
  if (!isOpen || endpoint instanceof Fault || appKey instanceof Fault) {
    const needed = isOpen ? "a usable App-Key" : "a way to Clinc";
    for (const name of [...FIRST, ...later]) yield malformed[name] ?? skipped(name, `needs ${needed}`);
    return;
  }

  // With a malformed version the function asks nothing; here Clinc's default shows whether the rest is right.
  const version = aiVersion instanceof Fault ? "" : aiVersion;
  const inquiry = await inquire(words, { endpoint, appKey, aiVersion: version, contextKey: "" }, settings);
  const { first, dialog, access } = inquiry;
  const host = new URL(endpoint).host;
  const guilty = guiltyOf(first);
  const intent = first.reply && intentOf(first.reply).id;
  const judged: Record<(typeof FIRST)[number], () => Check> = {
    "Query API": () => ok("Query API", `Clinc answers at ${host}`),
    "App-Key": () => ok("App-Key", "accepted"),
    "AI version": () => judgeVersion(version, inquiry, prefix),
    "first turn": () => ok("first turn", `answered; intent ${intent}`),
  };
  let needed = "";
  for (const name of FIRST) {
    if (name === guilty) yield refused(name, first, host, placeOf(name, prefix));
    else yield malformed[name] ?? (needed === "" ? judged[name]() : skipped(name, `needs the ${needed}`));
    if (name === guilty) needed = name;
  }
  if (needed !== "") {
    for (const name of later) yield skipped(name, `needs the ${needed}`);
    return;
  }
  const second = await ask(words, dialog, access, settings);
  yield second.fault
    ? refused("second turn", second, host, WHERE_TO_FIX_VARIABLES)
    : secondTurn(first, second);
  yield answerTime(first, second);
  if (isTelling) yield await examineContext(words, access, settings);
}

/** The part of the set-up that a question without a usable answer speaks of. */
type Guilty = "Query API" | "App-Key" | "first turn";

function guiltyOf({ fault, isClincs }: Answered): Guilty | undefined {
  if (fault === undefined) return undefined;
  if (fault.reason === KEY_REFUSED) return "App-Key";
  return isClincs && fault.responsible === "contract" ? "first turn" : "Query API";
}

function placeOf(guilty: Guilty, prefix: string): string {
  if (guilty === "first turn") return WHERE_TO_FIX_VARIABLES;
  return whereToFixSecret(prefix, guilty === "App-Key" ? "app_key" : "host");
}

/** @param place where the setting is that can be the reason; Clinc's own troubles are put right by Clinc */
function refused(name: string, answered: Answered, host: string, place: string): Check {
  const { fault } = answered;
  if (fault === undefined) throw new Error(`The ${name} was not refused`);
  if (answered.status === 200 && !answered.isClincs)
    return failed(name, `${host} ${deed(answered, host)} (${fault.reason})`, `${NOT_CLINC} ${place}`);
  const isOurs = fault.responsible === "settings" || fault.responsible === "contract";
  return failedBy(name, fault, `${host} ${deed(answered, host)}`, isOurs ? place : "");
}

/** What a web page says of the host; the fault itself speaks of Clinc's templates, to which nobody has come. */
const NOT_CLINC =
  "What answers there is not Clinc: open the address in a browser, and correct the host, or take out the proxy or page of sign-in that stands before it.";

function deed({ status, isClincs, redirectsTo, milliseconds }: Answered, host: string): string {
  if (status === undefined) return `gave no usable answer, after ${milliseconds} ms`;
  if (redirectsTo) return `redirects to ${redirectsTo === host ? "itself" : redirectsTo}, HTTP ${status}`;
  return `answered HTTP ${status}${isClincs ? "" : " with something else than JSON: a web page or a proxy, perhaps"}`;
}
