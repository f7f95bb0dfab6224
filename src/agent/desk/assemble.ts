import { isAdmitted } from "./admission.ts";
import { assignmentCheck } from "./assignment.ts";
import { auditLine } from "./audit.ts";
import { coreOf, reasonAgainst } from "./core.ts";
import type { Desk } from "./desk.ts";
import { operatorNotes } from "./operator-notes.ts";
import { providerFor } from "./provider-for.ts";
import type { PublicFile } from "./public-files.ts";
import { sealWith } from "./seal.ts";
import { sessionsOf } from "./session.ts";
import { signInBy } from "./sign-in.ts";
import type { DeskSettings } from "./variables.ts";

/** Puts a desk together from its settings. */
export async function assembleDesk(
  settings: DeskSettings,
  files: ReadonlyMap<string, PublicFile>,
): Promise<Desk> {
  const note = operatorNotes();
  const seal = sealWith(settings.DESK_SESSION_KEY, settings.DESK_PUBLIC_URL.origin);
  const { LIVEPERSON_ACCOUNT, LIVEPERSON_DOMAIN_API, DESK_ALLOWED = "*" } = settings;
  const isChecked = settings.DESK_ASSIGNMENT_CHECK === "conversation";
  const admits = (claims: Record<string, unknown>) => isAdmitted(claims, DESK_ALLOWED);
  const provider = providerFor(settings);
  const { secrets, ...core } = coreOf(settings);
  const off = await reasonAgainst(settings, secrets);
  if (off && settings.DESK_SUGGEST !== "off") note(off);
  return {
    settings,
    files,
    seal,
    sessions: sessionsOf(seal, provider, admits, isChecked),
    signIn: provider && signInBy(provider, seal, admits, isChecked),
    checkAssignment: isChecked ? assignmentCheck(LIVEPERSON_ACCOUNT, LIVEPERSON_DOMAIN_API) : async () => {},
    ...core,
    ...(off && { suggest: async () => ({ status: "off", fault: off }) }),
    suggests: off ? "off" : settings.DESK_SUGGEST,
    audit: auditLine,
    note,
  };
}
