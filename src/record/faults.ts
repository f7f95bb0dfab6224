import { errorCode, Fault, type FaultDetails, LASTING, type Responsible } from "../runtime/fault.ts";

const SERVICE = "LivePerson's Conversation Context Service";

const keyRefused = named("settings", "key_refused", `put a valid key of ${SERVICE} into its secret`);
const notAllowed = named(
  "settings",
  "not_allowed",
  "add *.context.liveperson.net to the allowed domains of LivePerson Functions and wait ten minutes",
);
const zoneWrong = named("settings", "zone_wrong", `set CONTEXT_HOST to the zone of the account's ${SERVICE}`);
const throttled = named("network", "throttled", "LivePerson limits the rate of calls; ask for a higher one");
const unusable = named("contract", "unusable", `${SERVICE} answered otherwise than documented; ${LASTING}`);
const unavailable = named("network", "unavailable", `${SERVICE} is down, slow or out of reach; ${LASTING}`);

/** The reason of a fault that may be gone the next moment. */
export const UNAVAILABLE = "context_unavailable";

/** LivePerson's proxy refuses a domain in these words; whoever else refuses has seen the key. */
const PROXY_WORDS = /you do not have access to the page/i;

/**
 * Names the fault behind an answer of the service that is none.
 *
 * @param proxied V1: LivePerson's proxy stands between, which allows domains
 */
export function faultOfContext(status: number, body: unknown, proxied: boolean): Fault {
  const details = { status };
  const isProxys = proxied && typeof body === "string" && PROXY_WORDS.test(body);
  if (status === 403 && isProxys) return notAllowed(details);
  if (status === 401 || status === 403) return keyRefused(details);
  if (status === 404 || (status >= 300 && status < 400)) return zoneWrong(details);
  if (status === 429) return throttled(details);
  return status >= 500 ? unavailable(details) : unusable(details);
}

/** Names the fault behind a call that got no answer at all. */
export function faultOfNoContext(cause: unknown, proxied: boolean): Fault {
  const code = errorCode(cause);
  if (proxied && code === "ERR_SOCKET_CLOSED") return notAllowed({ cause });
  if (code === "ENOTFOUND") return zoneWrong({ cause });
  return /^(ERR_BAD_RESPONSE$|Z_|HPE_)/.test(code) ? unusable({ cause }) : unavailable({ cause });
}

/** The fault of a key that no header can carry; it is not sent. */
export function faultOfKey(key: string): Fault | undefined {
  return /^[\x21-\x7e]+$/.test(key) ? undefined : keyRefused({});
}

/** Tells whether the time ran out before an answer came. */
export function isTooSlow({ cause }: Fault): boolean {
  return /TIMED?OUT/.test(cause?.code ?? "");
}

function named(responsible: Responsible, reason: string, remedy: string) {
  return (details: FaultDetails) => new Fault(responsible, `context_${reason}`, remedy, details);
}
