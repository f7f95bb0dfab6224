import * as z from "zod";
import { UsageError } from "../kit/command.ts";
import { isLoopback } from "../kit/loopback.ts";
import type { Account } from "./account.ts";
import { answerOf } from "./answer.ts";
import { AccountFailure } from "./failure.ts";
import { quoted } from "./quoted.ts";
import { type Limits, request } from "./request.ts";

/**
 * LivePerson's domain API, which tells the host of each service by account.
 *
 * @see https://developers.liveperson.com/essential-resources-domain-api.html
 */
export const DOMAIN_API = "https://api.liveperson.net";

/** The token and the code go nowhere else. */
const LIVEPERSON = /\.(liveperson|lpsnmedia)\.net$/;

/** The account does not have what is asked for. */
class NoService extends AccountFailure {
  override readonly name = "NoService";

  constructor(accountId: string, { title, service }: Service) {
    super(
      `The account ${accountId} has no ${title} (no service ${service})`,
      "ask LivePerson to enable them",
    );
  }
}

/** What the domain API names is not LivePerson's. */
class Foreign extends AccountFailure {
  override readonly name = "Foreign";

  constructor(named: string, { title }: Service, token: string) {
    super(
      `The domain API names ${quoted(named, token)} as the host of ${title}, which is not LivePerson's, so nothing was sent there`,
      "check the network, and ask LivePerson",
    );
  }
}

/**
 * Takes an address for a domain API: LivePerson's, or a stand-in on this machine.
 *
 * @throws {UsageError} for any other
 */
export function checkedDomainApi(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isBare = url && `${url.origin}/` === url.href;
  if (isBare && (isLoopback(url.hostname) || (url.protocol === "https:" && LIVEPERSON.test(url.hostname))))
    return url;
  throw new UsageError(
    "--domain-api must be https:// and a host under liveperson.net, or the address of a stand-in on this machine",
  );
}

const domains = z.looseObject({
  baseURIs: z.array(z.looseObject({ service: z.string(), baseURI: z.string() })),
});

/** One of LivePerson's services, as the domain API and as people call it. */
export type Service = { service: string; title: string };

/** Of both generations. */
export const FUNCTIONS_SERVICE: Service = { service: "faasUI", title: "LivePerson Functions" };

/** Where an account's services are. */
export type Services = {
  /**
   * The address below which a service has the account's resources.
   *
   * @throws {AccountFailure} for a service that the account does not have, and for a host that is not LivePerson's
   */
  address(service: Service): string;
  /** The host that is named for a service, which nobody has checked; `undefined` for none. */
  named(service: string): string | undefined;
};

/**
 * Finds the addresses of an account's services by one call, which carries no token.
 *
 * @param token what no message may repeat; `""` where there is none
 * @throws {AccountFailure} when there is no list
 */
export async function servicesOf(
  { accountId, token }: Pick<Account, "accountId" | "token">,
  domainApi: URL,
  limits: Limits,
): Promise<Services> {
  const account = `/api/account/${encodeURIComponent(accountId)}`;
  const url = new URL(`${account}/service/baseURI.json?version=1.0`, domainApi);
  const answer = await request(url, { headers: { Accept: "application/json" } }, limits);
  const { baseURIs } = answerOf(answer, domains, `GET ${url.href}`, token);
  const hostOf = (name: string) => baseURIs.find(({ service }) => service === name)?.baseURI;
  return {
    named: hostOf,
    address(wanted) {
      const host = hostOf(wanted.service);
      if (!host) throw new NoService(accountId, wanted);
      const origin = originOf(host, isLoopback(domainApi.hostname));
      if (!origin) throw new Foreign(host, wanted, token);
      return origin + account;
    },
  };
}

/** Finds the address of the account's Functions API. */
export async function functionsAddress(account: Account, domainApi: URL, limits: Limits): Promise<string> {
  return (await servicesOf(account, domainApi, limits)).address(FUNCTIONS_SERVICE);
}

/** Only a stand-in on this machine may name another there; LivePerson's own may not. */
function originOf(named: string, isStandIn: boolean): string | undefined {
  const address = `${isStandIn ? "http" : "https"}://${named}`;
  if (!/^[a-z\d.-]+(:\d+)?$/i.test(named) || !URL.canParse(address)) return undefined;
  const { origin, hostname } = new URL(address);
  return (isStandIn ? isLoopback(hostname) : LIVEPERSON.test(hostname)) ? origin : undefined;
}
