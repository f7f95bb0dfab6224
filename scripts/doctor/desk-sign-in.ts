import { domainOf } from "../../src/agent/desk/domains.ts";
import type { Provider } from "../../src/agent/desk/provider.ts";
import { Denied } from "../../src/agent/desk/provider-faults.ts";
import type { DeskSettings } from "../../src/agent/desk/variables.ts";
import { Deadline } from "../../src/runtime/deadline.ts";
import { faultOf } from "../../src/runtime/fault.ts";
import { type Check, failed, failedBy, ok, skipped } from "./check.ts";

const LIMIT_MS = 10_000;
const STATE = "the-doctor";

/** Walks to the provider as far as one gets without an agent: its addresses, whether it knows the desk, its keys. */
export async function* examineSignIn(
  provider: Provider | undefined,
  settings: DeskSettings,
): AsyncGenerator<Check> {
  if (!provider) {
    yield ok("sign-in", "none: everybody on this machine is the agent local");
    return;
  }
  const found = await discovery(provider);
  yield found;
  if (found.status === "failed") {
    for (const name of ["client", "keys"]) yield skipped(name, "needs the sign-in");
    return;
  }
  yield await client(provider, settings);
  yield await keys(settings);
}

async function discovery(provider: Provider): Promise<Check> {
  try {
    const { url } = await provider.begin(STATE);
    return ok("sign-in", `agents are sent to ${url.host}`);
  } catch (error) {
    return failedBy("sign-in", faultOf(error), "agents cannot be sent to the provider");
  }
}

/** A code that the provider has never given is refused; with a wrong client secret it is not even looked at. */
async function client(provider: Provider, { DESK_PUBLIC_URL }: DeskSettings): Promise<Check> {
  const callback = new URL(`/callback?code=${STATE}&state=${STATE}`, DESK_PUBLIC_URL);
  try {
    await provider.end(callback, { state: STATE, verifier: "x".repeat(43), nonce: STATE });
  } catch (error) {
    if (error instanceof Denied) return ok("client", "known to the provider, and its secret is right");
    return failedBy("client", faultOf(error), "the provider does not take the desk");
  }
  return failed("client", "the provider took a code that it never gave", "Ask whoever runs the provider.");
}

async function keys({ DESK_ISSUER, ...settings }: DeskSettings): Promise<Check> {
  const remedy =
    "The provider has to publish the keys that sign its id tokens, as JSON; ask whoever runs it.";
  try {
    const address = DESK_ISSUER ? await keysOf(DESK_ISSUER) : await keysOfSentinel(settings);
    const { keys = [] } = (await jsonAt(address)) as { keys?: unknown[] };
    if (keys.length > 0) return ok("keys", `${keys.length} published`);
    return failed("keys", "none is published", remedy);
  } catch {
    return failed("keys", "they cannot be read", remedy);
  }
}

/** @see https://openid.net/specs/openid-connect-discovery-1_0.html */
async function keysOf({ href }: URL): Promise<string> {
  const found = await jsonAt(`${href.replace(/\/$/, "")}/.well-known/openid-configuration`);
  return String((found as { jwks_uri?: unknown }).jwks_uri);
}

async function keysOfSentinel(settings: Pick<DeskSettings, "LIVEPERSON_ACCOUNT" | "LIVEPERSON_DOMAIN_API">) {
  const domain = domainOf("sentinel", settings.LIVEPERSON_ACCOUNT, settings.LIVEPERSON_DOMAIN_API);
  return `${await domain.current(new Deadline(LIMIT_MS))}/sentinel/well-known/jwks`;
}

async function jsonAt(address: string): Promise<unknown> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(LIMIT_MS) });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return answer.json();
}
