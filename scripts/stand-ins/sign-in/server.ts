import { createServer, type ServerResponse } from "node:http";
import { JSON_TYPE } from "../../kit/http-faults.ts";
import { listenOnLoopback, textOf } from "../../kit/loopback.ts";
import { type CodeFlowOptions, type CodeFlowState, codeFlow, type FlowAnswer } from "./code-flow.ts";
import { AGENTS, SIGN_IN_AS, signInPage } from "./page.ts";

/** A sign-in provider on loopback. */
export type StandInProvider = {
  address: string;
  state: CodeFlowState & {
    /** Answers everything with 503. */
    isDown: boolean;
    /** Shows a page, which nobody may frame, until an agent has signed in there. */
    asks: boolean;
  };
  /** The access tokens that were given, the newest last. */
  given: readonly string[];
  /** Method and path of each call, without its query. */
  seen: string[];
  close(): Promise<void>;
};

type Client = Pick<CodeFlowOptions, "clientId" | "clientSecret" | "redirectUri">;

/** Where a provider has what. */
type Paths = { authorize: string; token: string; keys: string; discovery?: string };

/**
 * Any provider with discovery.
 *
 * @see https://openid.net/specs/openid-connect-discovery-1_0.html
 */
export function startOidcProvider(client: Client): Promise<StandInProvider> {
  const paths = {
    authorize: "/authorize",
    token: "/token",
    keys: "/keys",
    discovery: "/.well-known/openid-configuration",
  };
  return start({ ...client, checksPkce: true, refreshesIdToken: true }, paths);
}

/**
 * LivePerson's Sentinel: no discovery, no nonce, no PKCE, an issuer that is no address, and no id token with a refresh.
 *
 * @see https://developers.liveperson.com/login-sso-authentication-sentinel-overview.html
 */
export function startSentinel(client: Client, account: string): Promise<StandInProvider> {
  const base = `/sentinel/api/account/${account}`;
  const paths = { authorize: `${base}/authorize`, token: `${base}/token`, keys: "/sentinel/well-known/jwks" };
  return start({ ...client, checksPkce: false, refreshesIdToken: false }, paths, "Sentinel");
}

async function start(
  options: Omit<CodeFlowOptions, "issuer">,
  paths: Paths,
  issuer?: string,
): Promise<StandInProvider> {
  const seen: string[] = [];
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", address);
    seen.push(`${request.method} ${pathname}`);
    const form = new URLSearchParams(await textOf(request));
    if (provider.state.isDown) return void response.writeHead(503).end();
    if (pathname === paths.authorize) return authorize(response, searchParams);
    if (pathname === paths.token) return send(response, await flow.token(form));
    if (pathname === paths.keys) return send(response, { status: 200, body: flow.jwks });
    if (pathname === paths.discovery) return send(response, { status: 200, body: configuration() });
    response.writeHead(404).end();
  });
  const { address, close } = await listenOnLoopback(server);
  const flow = await codeFlow({ ...options, issuer: issuer ?? address });
  const provider: StandInProvider = {
    address,
    state: Object.assign(flow.state, { isDown: false, asks: false }),
    given: flow.given,
    seen,
    close,
  };
  return provider;

  function configuration() {
    return {
      issuer: address,
      authorization_endpoint: address + paths.authorize,
      token_endpoint: address + paths.token,
      jwks_uri: address + paths.keys,
      response_types_supported: ["code"],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: ["RS256"],
    };
  }

  function authorize(response: ServerResponse, query: URLSearchParams): void {
    const { state } = provider;
    const as = query.get(SIGN_IN_AS);
    if (as !== null) signIn(as);
    const answer = flow.authorize(query);
    if (as === null && state.asks && answer.location) {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8", "x-frame-options": "DENY" });
      response.end(signInPage(query));
    } else send(response, answer);
  }

  /** Whoever has signed in is known from then on. */
  function signIn(as: string): void {
    provider.state.user = AGENTS.find(({ sub }) => sub === as);
    provider.state.asks = provider.state.user === undefined;
  }
}

function send(response: ServerResponse, { status, location, body }: FlowAnswer): void {
  if (location) response.writeHead(status, { location }).end();
  else response.writeHead(status, JSON_TYPE).end(JSON.stringify(body));
}
