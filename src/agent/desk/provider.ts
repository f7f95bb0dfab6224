import * as client from "openid-client";
import { Deadline } from "../../runtime/deadline.ts";
import { cut } from "../../runtime/graphemes.ts";
import { type Kept, keptFrom } from "../../runtime/kept.ts";
import { domainOf } from "./domains.ts";
import { isLoopback } from "./loopback.ts";
import { providerFault } from "./provider-faults.ts";

/** What the provider gave for later; seconds since the epoch. */
export type ProviderTokens = { refresh?: string; access?: string; accessUntil?: number };

/** Who has signed in, with all that the provider claims of them. */
export type SignedIn = { id: string; name: string; claims: client.IDToken; tokens: ProviderTokens };

/** What a refresh gave. */
export type Renewed = { tokens: ProviderTokens; claims: client.IDToken | undefined };

/** What has to be remembered between the two halves of a sign-in. */
export type Begun = { state: string; verifier: string; nonce: string };

/** Signs agents in by the authorization code flow with PKCE. All of it rejects with a `Fault` or `Denied`. */
export type Provider = {
  /**
   * Where to send the agent.
   *
   * @param state comes back with the agent, and must not be guessed
   */
  begin(state: string): Promise<{ url: URL; begun: Begun }>;
  /** @param callback the address, whole, at which the agent came back */
  end(callback: URL, begun: Begun): Promise<SignedIn>;
  /** What comes in place of the tokens, and of the claims where it gives them again; the provider may refuse by now. */
  renew(refresh: string): Promise<Renewed>;
};

/** What the settings say of a provider. */
export type ProviderSettings = {
  clientId: string;
  clientSecret: string;
  redirectUri: string;
} & ({ account: string; domainApi: URL } | { issuer: URL; scope: string });

const LIMIT_MS = 10_000;
/** Names are for the page alone. */
const LONGEST_NAME = 100;

/**
 * LivePerson's Sentinel, or any provider with discovery.
 *
 * @see https://openid.net/specs/openid-connect-core-1_0.html
 */
export function providerOf(settings: ProviderSettings): Provider {
  const known = "issuer" in settings ? discovered(settings) : sentinel(settings);
  const scope = "issuer" in settings ? settings.scope : undefined;
  const attempt = async <T>(work: (config: client.Configuration) => Promise<T>): Promise<T> => {
    try {
      return await work(await known.current(new Deadline(LIMIT_MS)));
    } catch (error) {
      throw providerFault(error);
    }
  };
  return {
    begin: (state) =>
      attempt(async (config) => {
        const begun = {
          state,
          verifier: client.randomPKCECodeVerifier(),
          // Sentinel documents none, and what it does with one is not known.
          nonce: scope ? client.randomNonce() : "",
        };
        const url = client.buildAuthorizationUrl(config, {
          redirect_uri: settings.redirectUri,
          state,
          code_challenge: await client.calculatePKCECodeChallenge(begun.verifier),
          code_challenge_method: "S256",
          ...(scope && { scope, nonce: begun.nonce }),
        });
        return { url, begun };
      }),
    end: (callback, { state, verifier, nonce }) =>
      attempt(async (config) => {
        const answer = await client.authorizationCodeGrant(config, callback, {
          expectedState: state,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
          ...(nonce && { expectedNonce: nonce }),
        });
        const claims = answer.claims() as client.IDToken;
        const names = [claims.name, claims.preferred_username, ""];
        const name = cut(String(names.find((each) => typeof each === "string")), LONGEST_NAME);
        return { id: claims.sub, name, claims, tokens: tokensOf(answer) };
      }),
    renew: (refresh) =>
      attempt(async (config) => {
        const answer = await client.refreshTokenGrant(config, refresh);
        return { tokens: { refresh, ...tokensOf(answer) }, claims: answer.claims() };
      }),
  };
}

function tokensOf(
  answer: client.TokenEndpointResponse & client.TokenEndpointResponseHelpers,
): ProviderTokens {
  const left = answer.expiresIn();
  return {
    access: answer.access_token,
    ...(answer.refresh_token && { refresh: answer.refresh_token }),
    ...(left !== undefined && { accessUntil: Math.floor(Date.now() / 1_000) + left }),
  };
}

/**
 * LivePerson's own sign-in has no discovery. Its id token comes straight from the token endpoint, so that TLS vouches for
 * it (OpenID Connect Core, 3.1.3.7); whether its published keys sign it is not documented.
 *
 * @see https://developers.liveperson.com/login-sso-authentication-sentinel-overview.html
 */
function sentinel({
  clientId,
  clientSecret,
  account,
  domainApi,
}: Extract<ProviderSettings, { account: string }>): Kept<client.Configuration> {
  const domain = domainOf("sentinel", account, domainApi);
  return keptFrom(async (deadline) => {
    const origin = await domain.current(deadline);
    const base = `${origin}/sentinel/api/account/${encodeURIComponent(account)}`;
    const server = {
      issuer: "Sentinel",
      authorization_endpoint: `${base}/authorize?v=1.0`,
      token_endpoint: `${base}/token?v=2.0`,
      jwks_uri: `${origin}/sentinel/well-known/jwks`,
    };
    const config = new client.Configuration(server, clientId, {}, client.ClientSecretPost(clientSecret));
    return prepared(config, new URL(origin));
  });
}

function discovered({
  clientId,
  clientSecret,
  issuer,
}: Extract<ProviderSettings, { issuer: URL }>): Kept<client.Configuration> {
  return keptFrom(async () => {
    const execute = isLoopback(issuer.hostname) ? [client.allowInsecureRequests] : [];
    const timeout = LIMIT_MS / 1_000;
    const found = client
      .discovery(issuer, clientId, {}, client.ClientSecretPost(clientSecret), { execute, timeout })
      .catch((error) => {
        throw providerFault(error);
      });
    const config = prepared(await found, issuer);
    client.enableNonRepudiationChecks(config);
    return config;
  });
}

function prepared(config: client.Configuration, { hostname }: URL): client.Configuration {
  config.timeout = LIMIT_MS / 1_000;
  if (isLoopback(hostname)) client.allowInsecureRequests(config);
  return config;
}
