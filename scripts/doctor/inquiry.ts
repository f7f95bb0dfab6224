import type { Settings } from "../../src/bot/settings.ts";
import type { ClincAccess } from "../../src/clinc/access.ts";
import { KEY_REFUSED } from "../../src/clinc/faults.ts";
import { type Check, failed, ok, skipped, warning } from "./check.ts";
import { type Answered, ask, newDialog } from "./question.ts";
import { whereToFixSecret } from "./where-to-fix.ts";

/** The first question, put in the way that Clinc takes if there is one. */
export type Inquiry = {
  first: Answered;
  dialog: string;
  access: ClincAccess;
  /** What Clinc said to the AI version, when it answers without it only. */
  refusedVersion?: Answered;
};

/**
 * Asks the first question. How Clinc refuses an AI version is not documented, so whatever Clinc itself answers in place
 * of a reply, the same is asked once more without the version: if that is answered, the version was the reason.
 */
export async function inquire(words: string, access: ClincAccess, settings: Settings): Promise<Inquiry> {
  const dialog = newDialog();
  const first = await ask(words, dialog, access, settings);
  const hasOtherReason = first.fault?.reason === KEY_REFUSED || first.fault?.reason === "clinc_throttled";
  if (!first.fault || !first.isClincs || hasOtherReason || access.aiVersion === "")
    return { first, dialog, access };
  const retry = { dialog: newDialog(), access: { ...access, aiVersion: "" } };
  const without = await ask(words, retry.dialog, retry.access, settings);
  return without.fault ? { first, dialog, access } : { first: without, ...retry, refusedVersion: first };
}

/** What the answers tell about the AI version that was asked for; `""` is Clinc's default. */
export function judgeVersion(asked: string, { first, refusedVersion }: Inquiry, prefix: string): Check {
  const name = "AI version";
  const remedy = `Correct it, or leave it out for Clinc's default. ${whereToFixSecret(prefix, "ai_version")}`;
  if (refusedVersion) {
    const finding = `not known: Clinc answers without it, but not with it, HTTP ${refusedVersion.status}`;
    return failed(name, finding, remedy);
  }
  if (asked === "") return ok(name, "none given: Clinc's default is used");
  if (first.fault) return skipped(name, "needs the first turn");
  const answering = first.reply?.ai_version;
  if (typeof answering !== "string" || answering.toLowerCase() === asked.toLowerCase())
    return ok(name, "known to Clinc");
  return warning(name, "Clinc answered with another AI version than the one asked for", remedy);
}
