import * as z from "zod";
import { CommandFailure, UsageError } from "../kit/command.ts";
import { isLoopback } from "../kit/loopback.ts";
import type { Account } from "./account.ts";
import { answerOf } from "./answer.ts";
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

/** The account cannot have the function at all. */
class NoFunctions extends CommandFailure {
  override readonly name = "NoFunctions";

  constructor(accountId: string) {
    super(
      `The account ${accountId} has no LivePerson Functions (no service faasUI); ask LivePerson to enable them`,
    );
  }
}

/** What the domain API names is not LivePerson's. */
class Foreign extends CommandFailure {
  override readonly name = "Foreign";

  constructor(named: string, token: string) {
    super(
      `The domain API names ${quoted(named, token)} as the host of LivePerson Functions, which is not LivePerson's, so nothing was sent there; check the network, and ask LivePerson`,
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

/** Finds the address of the account's Functions API; the domain API gets no token. */
export async function functionsAddress(
  { accountId, token }: Account,
  domainApi: URL,
  limits: Limits,
): Promise<string> {
  const account = `/api/account/${encodeURIComponent(accountId)}`;
  const url = new URL(`${account}/service/baseURI.json?version=1.0`, domainApi);
  const answer = await request(url, { headers: { Accept: "application/json" } }, limits);
  const { baseURIs } = answerOf(answer, domains, `GET ${url.href}`, token);
  const named = baseURIs.find(({ service }) => service === "faasUI")?.baseURI;
  if (!named) throw new NoFunctions(accountId);
  const origin = originOf(named, isLoopback(domainApi.hostname));
  if (!origin) throw new Foreign(named, token);
  return origin + account;
}

/** Only a stand-in on this machine may name another there; LivePerson's own may not. */
function originOf(named: string, isStandIn: boolean): string | undefined {
  const address = `${isStandIn ? "http" : "https"}://${named}`;
  if (!/^[a-z\d.-]+(:\d+)?$/i.test(named) || !URL.canParse(address)) return undefined;
  const { origin, hostname } = new URL(address);
  return (isStandIn ? isLoopback(hostname) : LIVEPERSON.test(hostname)) ? origin : undefined;
}
