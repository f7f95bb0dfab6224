import { errorCode, Fault } from "../runtime/fault.ts";
import { asNumber, isJsonObject } from "../runtime/tolerant.ts";

/** An HTTP answer of Clinc, or of something between us and Clinc. */
export type HttpAnswer = { status: number; headers: Record<string, unknown>; body: unknown };

/** Before the one repetition of a request that never reached Clinc: long enough for a restart of a proxy or a name to be found, too short to be felt. */
const RECONNECT_MS = 200;

/**
 * Names the fault behind an HTTP answer that is no reply, or `undefined` when it is one.
 *
 * Clinc documents no status codes: the bodies were seen, the codes are inferred, and a refused key may come as a 200.
 * So the status decides first, then the text of `detail`.
 *
 * @param proxied V1: LivePerson's own proxy answers 403 for a domain that is not allowed and 429 beyond 20 requests
 * a second, and is known by its words; a 403 with anything else is somebody's who has seen the key.
 * @see https://api.clinc.com/platform/documentation/v2/platform_reference/authentication_endpoint.html
 */
export function faultOfAnswer({ status, headers, body }: HttpAnswer, proxied: boolean): Fault | undefined {
  const byProxy = proxied && typeof body === "string" && PROXY_WORDS.test(body);
  if (status === 403 && byProxy) return domainNotAllowed({ status });
  if (status === 401 || status === 403) return keyRefused(status);
  if (status === 404 || status === 410)
    return wrongAddress("there is no Query API at the configured host", status);
  if (status >= 300 && status < 400) return wrongAddress("the configured host redirects elsewhere", status);
  if (status === 429) return throttled(status, retryAfterMs(headers), byProxy);
  if (status >= 500) {
    const isBusy = status === 503;
    const details = {
      status,
      isUnprocessed: isBusy,
      retryAfterMs: isBusy ? retryAfterMs(headers) : undefined,
    };
    return new Fault(
      "clinc",
      "clinc_unavailable",
      "Clinc answered with a server error; ask Clinc's support",
      details,
    );
  }
  if (status >= 400) {
    const remedy = "Clinc refused the query; check CLINC_LANGUAGE, CLINC_DEVICE and the AI version";
    return new Fault("contract", QUERY_REFUSED, remedy, { status, isUnprocessed: true });
  }
  return faultInDisguise(body, status);
}

/** @see https://developers.liveperson.com/liveperson-functions-developing-with-faas-toolbelt.html */
const PROXY_WORDS = /you do not have access to the page|too many requests/i;

/** A failure that comes as a 200 has no visuals and may say why; it is never a reason to ask again. */
function faultInDisguise(body: unknown, status: number): Fault | undefined {
  if (!isJsonObject(body) || isJsonObject(body.visuals) || typeof body.detail !== "string") return undefined;
  if (/access token/i.test(body.detail)) return keyRefused(status);
  return /throttled/i.test(body.detail) ? throttled(status, undefined, false) : undefined;
}

/** Names the fault behind a request that got no answer at all. */
export function faultOfSilence(error: unknown, proxied: boolean): Fault {
  const code = errorCode(error);
  const details = { cause: error };
  if (proxied && code === "ERR_SOCKET_CLOSED") return domainNotAllowed(details);
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") {
    const remedy = "the configured host is not known to DNS; check the spelling of the host secret";
    return new Fault(code === "ENOTFOUND" ? "settings" : "network", "host_unknown", remedy, {
      ...details,
      retryAfterMs: RECONNECT_MS,
    });
  }
  if (/CERT|SELF_SIGNED|ALTNAME|UNABLE_TO_(GET|VERIFY)/.test(code)) {
    const remedy =
      "the TLS certificate of the configured host is not trusted by LivePerson; install a public one";
    return new Fault("settings", "host_certificate", remedy, details);
  }
  if (/TIMED?OUT|^ECONNABORTED$/.test(code)) {
    const remedy = "Clinc did not answer in time; look at its latency, or raise CLINC_TIMEOUT_MS";
    return new Fault("clinc", "clinc_timeout", remedy, details);
  }
  if (code === "ERR_BAD_RESPONSE") return unusableReply("Clinc's answer is too long to be a reply");
  if (/^(Z|HPE)_/.test(code)) return unusableReply("Clinc's answer could not be decoded");
  const remedy =
    "the connection to the configured host failed; check that it is up and reachable from LivePerson";
  const retryAfterMs = code === "ECONNREFUSED" ? RECONNECT_MS : undefined;
  return new Fault("network", "clinc_unreachable", remedy, { ...details, retryAfterMs });
}

/** Clinc answered, but not with anything that a consumer could be shown. */
export function unusableReply(what: string): Fault {
  const remedy = `${what}; check the competency's templates, the personality behind CLINC_DEVICE and the AI version`;
  return new Fault("contract", "clinc_unusable_reply", remedy);
}

function domainNotAllowed(details: { cause?: unknown; status?: number }): Fault {
  const remedy = "add the host of Clinc to the allowed domains of LivePerson Functions and wait ten minutes";
  return new Fault("settings", "domain_not_allowed", remedy, details);
}

/** The reason after which asking less can help. */
export const QUERY_REFUSED = "clinc_refused_query";

/** The reason after which reading the secrets again can help. */
export const KEY_REFUSED = "key_refused";

function keyRefused(status: number): Fault {
  const remedy =
    "Clinc refused the App-Key; put a valid one into the key secret (making a new one ends the old one)";
  return new Fault("settings", KEY_REFUSED, remedy, { status });
}

function wrongAddress(what: string, status: number): Fault {
  return new Fault("settings", "host_wrong", `${what}; correct the host secret`, { status });
}

function throttled(status: number, wait: number | undefined, byProxy: boolean): Fault {
  const details = { status, isUnprocessed: status === 429, retryAfterMs: wait };
  return byProxy
    ? new Fault(
        "network",
        "platform_throttled",
        "LivePerson allows 20 outbound requests a second per function; spread the load over several functions",
        details,
      )
    : new Fault(
        "clinc",
        "clinc_throttled",
        "Clinc limits the rate of queries; ask Clinc for a higher one",
        details,
      );
}

/** `Retry-After` in seconds or as a date. */
function retryAfterMs(headers: Record<string, unknown>): number | undefined {
  const value = headers["retry-after"];
  const seconds = asNumber(value);
  const ms = seconds === undefined ? Date.parse(String(value)) - Date.now() : seconds * 1000;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
