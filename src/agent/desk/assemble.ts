import { recordPlace } from "../../record/place.ts";
import { recordStore } from "../../record/store.ts";
import { Deadline } from "../../runtime/deadline.ts";
import { type Fault, faultOf } from "../../runtime/fault.ts";
import { fetchAdapter } from "../../runtime/fetch-adapter.ts";
import type { Kept } from "../../runtime/kept.ts";
import { AssistOff, assistAccess } from "../assist.ts";
import { briefingReader } from "../briefing.ts";
import { type AgentSecrets, agentSecrets } from "../secrets.ts";
import { suggester } from "../suggestion.ts";
import { isAdmitted } from "./admission.ts";
import { assignmentCheck } from "./assignment.ts";
import { auditLine } from "./audit.ts";
import type { Desk } from "./desk.ts";
import { operatorNotes } from "./operator-notes.ts";
import { type Provider, providerOf } from "./provider.ts";
import type { PublicFile } from "./public-files.ts";
import { sealWith } from "./seal.ts";
import { sessionsOf } from "./session.ts";
import { signInBy } from "./sign-in.ts";
import type { DeskSettings } from "./variables.ts";

/** The function's names for the secrets, which the desk has as environment variables. */
const PREFIX = "clinc";

/** Puts a desk together from its settings. */
export async function assembleDesk(
  settings: DeskSettings,
  files: ReadonlyMap<string, PublicFile>,
): Promise<Desk> {
  const note = operatorNotes();
  const seal = sealWith(settings.DESK_SESSION_KEY, settings.DESK_PUBLIC_URL.origin);
  const { LIVEPERSON_ACCOUNT, LIVEPERSON_DOMAIN_API, DESK_ALLOWED = "*" } = settings;
  const isChecked = settings.DESK_ASSIGNMENT_CHECK === "conversation";
  const provider = providerFor(settings);
  const { secrets, ...core } = coreOf(settings);
  const off = await reasonAgainst(settings, secrets);
  if (off && settings.DESK_SUGGEST !== "off") note(off);
  return {
    settings,
    files,
    seal,
    sessions: sessionsOf(seal, provider, isChecked),
    signIn: provider && signInBy(provider, seal, ({ claims }) => isAdmitted(claims, DESK_ALLOWED), isChecked),
    checkAssignment: isChecked ? assignmentCheck(LIVEPERSON_ACCOUNT, LIVEPERSON_DOMAIN_API) : async () => {},
    ...core,
    ...(off && { suggest: async () => ({ status: "off", fault: off }) }),
    suggests: off ? "off" : settings.DESK_SUGGEST,
    audit: auditLine,
    note,
  };
}

/** Why nothing is suggested; the operator hears of what was not meant so. Settings do not change while a desk runs. */
async function reasonAgainst(
  settings: DeskSettings,
  secrets: Kept<AgentSecrets>,
): Promise<Fault | undefined> {
  if (settings.DESK_SUGGEST === "off") return new AssistOff("suggest_off", "DESK_SUGGEST is off");
  const access = assistAccess(secrets, PREFIX).current(new Deadline(READ_MS));
  return access.then(
    () => undefined,
    (error) => faultOf(error),
  );
}

/** Milliseconds; the secrets are in memory. */
const READ_MS = 1_000;

/** What asks the store and Clinc, over the platform's `fetch`, as V2 of the functions does. */
function coreOf(settings: DeskSettings) {
  const { CONTEXT_HOST, CONTEXT_ACCOUNT, CONTEXT_TTL_HOURS, LIVEPERSON_ACCOUNT, CLINC_SECRET_PREFIX } =
    settings;
  const transport = { adapter: fetchAdapter(), proxied: false };
  const stored: Record<string, unknown> = settings;
  const secrets = agentSecrets(async (name) => String(stored[name.toUpperCase()] ?? ""), PREFIX);
  const account = CONTEXT_ACCOUNT || LIVEPERSON_ACCOUNT;
  const records = CLINC_SECRET_PREFIX.map((prefix) => {
    const place = recordPlace(CONTEXT_HOST, account, prefix);
    return { place, store: recordStore(transport, place, CONTEXT_TTL_HOURS) };
  });
  return {
    secrets,
    briefing: briefingReader({ secrets, records }),
    suggest: suggester({
      secrets,
      transport,
      records,
      settings: { ...settings, CLINC_SECRET_PREFIX: PREFIX },
    }),
  };
}

function providerFor(settings: DeskSettings): Provider | undefined {
  const { DESK_SIGN_IN, DESK_CLIENT_ID, DESK_CLIENT_SECRET, DESK_PUBLIC_URL, DESK_ISSUER } = settings;
  const client = {
    clientId: DESK_CLIENT_ID,
    clientSecret: DESK_CLIENT_SECRET,
    redirectUri: `${DESK_PUBLIC_URL.origin}/callback`,
  };
  if (DESK_SIGN_IN === "liveperson") {
    const { LIVEPERSON_ACCOUNT: account, LIVEPERSON_DOMAIN_API: domainApi } = settings;
    return providerOf({ ...client, account, domainApi });
  }
  return DESK_ISSUER && DESK_SIGN_IN === "oidc"
    ? providerOf({ ...client, issuer: DESK_ISSUER, scope: settings.DESK_SCOPES })
    : undefined;
}
