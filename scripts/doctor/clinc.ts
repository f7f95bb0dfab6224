import { intentOf } from "../../src/answer/names.ts";
import { KEY_REFUSED } from "../../src/clinc/refusal.ts";
import { Fault } from "../../src/runtime/fault.ts";
import type { Settings } from "../../src/settings.ts";
import { type JudgedAccess, unusable } from "./access.ts";
import { type Check, failedBy, ok, skipped } from "./check.ts";
import { inquire, judgeVersion } from "./inquiry.ts";
import { secretPlace, VARIABLE_PLACE } from "./place.ts";
import { type Answered, ask } from "./question.ts";
import { answerTime, secondTurn } from "./turns.ts";

/**
 * Asks Clinc two questions in one dialog, and names the part of the set-up that a refusal speaks of.
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
  const malformedVersion = aiVersion instanceof Fault ? unusable("ai_version", aiVersion, prefix) : undefined;
  if (!isOpen || endpoint instanceof Fault || appKey instanceof Fault) {
    const needed = isOpen ? "a usable App-Key" : "a way to Clinc";
    yield skipped("Query API", `needs ${needed}`);
    yield appKey instanceof Fault
      ? unusable("app_key", appKey, prefix)
      : skipped("App-Key", `needs ${needed}`);
    yield malformedVersion ?? skipped("AI version", `needs ${needed}`);
    for (const name of TURNS) yield skipped(name, `needs ${needed}`);
    return;
  }

  // With a malformed version the function asks nothing; here Clinc's default shows whether the rest is right.
  const asked = aiVersion instanceof Fault ? "" : aiVersion;
  const inquiry = await inquire(words, { endpoint, appKey, aiVersion: asked }, settings);
  const { first, dialog, access } = inquiry;
  const host = new URL(endpoint).host;
  const guilty = guiltyOf(first);
  const judge = (name: Guilty, finding: string, where: string) =>
    guilty === name ? refused(name, first, host, where) : ok(name, finding);

  yield judge("Query API", `Clinc answers at ${host}`, secretPlace(prefix, "host"));
  yield guilty === "Query API"
    ? skipped("App-Key", "needs the Query API")
    : judge("App-Key", "accepted", secretPlace(prefix, "app_key"));
  yield malformedVersion ?? judgeVersion(asked, inquiry, prefix);
  if (first.reply === undefined) {
    if (guilty === "first turn") yield refused("first turn", first, host, VARIABLE_PLACE);
    for (const name of TURNS) if (name !== guilty) yield skipped(name, `needs the ${guilty}`);
    return;
  }
  yield ok("first turn", `answered; intent ${intentOf(first.reply).id}`);
  const second = await ask(words, dialog, access, settings);
  yield second.fault ? refused("second turn", second, host, VARIABLE_PLACE) : secondTurn(first, second);
  yield answerTime(first, second);
}

const TURNS = ["first turn", "second turn", "answer time"];

/** The part of the set-up that a question without a usable answer speaks of. */
type Guilty = "Query API" | "App-Key" | "first turn";

function guiltyOf({ fault, isClincs }: Answered): Guilty | undefined {
  if (fault === undefined) return undefined;
  if (fault.reason === KEY_REFUSED) return "App-Key";
  return isClincs && fault.responsible === "contract" ? "first turn" : "Query API";
}

/** @param where the place of the settings that can be the reason; Clinc's own troubles are put right by Clinc */
function refused(name: string, answered: Answered, host: string, where: string): Check {
  const { fault, status, isClincs, redirectsTo, milliseconds } = answered;
  if (fault === undefined) throw new Error(`The ${name} was not refused`);
  const isOurs = fault.responsible === "settings" || fault.responsible === "contract";
  const answer = isClincs || redirectsTo ? "" : " with something else than JSON, a web page perhaps";
  const finding =
    status === undefined
      ? `${host} gave no answer within ${milliseconds} ms`
      : `${host} answered HTTP ${status}${answer}${redirectsTo ? `, a redirect to ${redirectsTo === host ? "itself" : redirectsTo}` : ""}`;
  return failedBy(name, fault, finding, isOurs ? where : "");
}
