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
import type { DeskSettings } from "./variables.ts";

/** The function's names for the secrets, which the desk has as environment variables. */
const PREFIX = "clinc";

/** Why nothing is suggested; the operator hears of what was not meant so. Settings do not change while a desk runs. */
export async function reasonAgainst(
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
export function coreOf(settings: DeskSettings) {
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
