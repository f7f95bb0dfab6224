import { type Provider, providerOf } from "./provider.ts";
import type { DeskSettings } from "./variables.ts";

/** The provider at which agents sign in; `undefined` where nobody does. */
export function providerFor(settings: DeskSettings): Provider | undefined {
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
