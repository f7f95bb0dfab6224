import type { Place } from "../../src/record/place.ts";
import { servicesOf } from "../account/domain-api.ts";
import { AccountFailure } from "../account/failure.ts";
import { quoted } from "../account/quoted.ts";
import type { Limits } from "../account/request.ts";
import { isLoopback } from "../kit/loopback.ts";
import { type Check, failed, ok, warning } from "./check.ts";
import { WHERE_TO_FIX_PLACE, WHERE_TO_FIX_VARIABLES } from "./where-to-fix.ts";

const CHECK = "record zone";

/** The service of LivePerson's domain API that tells the zone of an account's Conversation Context Service. */
const SERVICE = "mavenContext";

/**
 * Asks LivePerson where the account's records belong, and holds it against where the function would keep them. The
 * domain API needs no login.
 *
 * @param place as the function would have it
 */
export async function examineZone(place: Place, domainApi: URL, limits: Limits): Promise<Check> {
  const { host, hostname } = new URL(place.address);
  if (isLoopback(hostname) && !isLoopback(domainApi.hostname))
    return ok(CHECK, "not asked for: the records are kept on this machine");
  try {
    const services = await servicesOf({ accountId: place.account, token: "" }, domainApi, limits);
    const named = quoted(services.named(SERVICE) ?? "", "");
    if (named === "")
      return failed(
        CHECK,
        `the account ${place.account} has no Conversation Context Service`,
        "Ask LivePerson to enable Conversation Orchestrator, or leave out the secret of its key.",
      );
    if (named.toLowerCase() === host) return ok(CHECK, `${named} is the account's`);
    const remedy = `Set CONTEXT_HOST to ${zoneOf(named)}. ${WHERE_TO_FIX_VARIABLES}`;
    const finding = `records would be kept at ${host}, but the account is at ${named}`;
    if (isZone(named)) return failed(CHECK, finding, remedy);
    const maybe = "Perhaps that is another name of the same: if no record can be written, see below,";
    return warning(CHECK, finding, `${maybe} ${remedy.replace(/^S/, "s")}`);
  } catch (error) {
    if (!(error instanceof AccountFailure)) throw error;
    return warning(CHECK, `not seen: ${error.finding}`, WHERE_TO_FIX_PLACE);
  }
}

const ZONE = /^(z[1-3])\.context\.liveperson\.net$/i;

/** One of the names that LivePerson's pages give; under another one the same service may stand. */
function isZone(host: string): boolean {
  return ZONE.test(host);
}

function zoneOf(host: string): string {
  return ZONE.exec(host)?.[1]?.toLowerCase() ?? host;
}
