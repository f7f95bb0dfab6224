import { Fault } from "../../runtime/fault.ts";
import { fetchAdapter } from "../../runtime/fetch-adapter.ts";
import { jsonClient } from "../../runtime/json-client.ts";
import { type Kept, keptFrom } from "../../runtime/kept.ts";
import { readAs, record, text } from "../../runtime/tolerant.ts";
import { isLoopback } from "./loopback.ts";

/** Agents' tokens and the client's secret go nowhere else. */
const LIVEPERSON = /\.(liveperson|lpsnmedia)\.net$/;

const service = record({ baseURI: text });

/**
 * The origin of one of LivePerson's services for an account, as its domain API (CSDS) names it.
 *
 * @param name such as `sentinel` or `messagingRestApiDomain`
 * @param domainApi LivePerson's, or a stand-in on this machine, which may name others there
 * @see https://developers.liveperson.com/essential-resources-domain-api.html
 */
export function domainOf(name: string, account: string, domainApi: URL): Kept<string> {
  const http = jsonClient({ adapter: fetchAdapter(), proxied: false });
  const path = `/api/account/${encodeURIComponent(account)}/service/${name}/baseURI.json?version=1.0`;
  const { href: url } = new URL(path, domainApi);
  const isStandIn = isLoopback(domainApi.hostname);
  return keptFrom(async (deadline) => {
    const { status, data } = await http
      .request({ method: "get", url, timeout: deadline.left() })
      .catch((cause) => {
        throw unavailable({ cause });
      });
    if (status === 404) throw unknown({ status });
    if (status !== 200) throw unavailable({ status });
    return originOf(readAs(service, data).baseURI, isStandIn);
  });

  function unknown(details: { status: number }): Fault {
    const remedy = `LivePerson's domain API knows no service ${name} of the account; check LIVEPERSON_ACCOUNT`;
    return new Fault("settings", "account_unknown", remedy, details);
  }
}

function unavailable(details: { cause?: unknown; status?: number }): Fault {
  const remedy = "LivePerson's domain API does not answer; check that the desk may reach it";
  return new Fault("network", "domain_api_unavailable", remedy, details);
}

function originOf(named: string, isStandIn: boolean): string {
  const address = `${isStandIn ? "http" : "https"}://${named}`;
  const url = /^[a-z\d.-]+(:\d+)?$/i.test(named) && URL.canParse(address) ? new URL(address) : undefined;
  if (url && (isStandIn ? isLoopback(url.hostname) : LIVEPERSON.test(url.hostname))) return url.origin;
  const remedy = "LivePerson's domain API named a host that is not LivePerson's, so nothing was sent there";
  throw new Fault("contract", "domain_foreign", remedy);
}
