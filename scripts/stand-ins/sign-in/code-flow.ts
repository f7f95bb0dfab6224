import { createHash, randomUUID } from "node:crypto";
import { exportJWK, generateKeyPair, SignJWT } from "jose";

/** Who is signed in at the provider, and what its id token claims of them. */
export type StandInUser = { sub: string } & Record<string, unknown>;

/** How a provider is registered with its client, and what it does. */
export type CodeFlowOptions = {
  /** As the id token names it. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Where agents are sent back to, as long as the state says nothing else. */
  redirectUri: string;
  /** A provider that knows no PKCE ignores it. */
  checksPkce: boolean;
  /** Some give a new id token with each refresh. */
  refreshesIdToken: boolean;
};

/** What may be wrong with it, or is asked of it; may change at any time. */
export type CodeFlowState = {
  /** The only one to which agents are sent back. */
  redirectUri: string;
  /** None: the agent says no, or is not known. */
  user: StandInUser | undefined;
  /** Seconds that an access token lives. */
  accessLives: number;
  /** Whether it gives refresh tokens. */
  refreshes: boolean;
  /** The account was locked: no refresh token counts any more. */
  isLocked: boolean;
  /** Claims that replace those of the id token. */
  forged: Record<string, unknown>;
  /** Signs id tokens with a key that it does not publish. */
  signsWrongly: boolean;
};

/** A provider's answer: a redirect, or JSON. */
export type FlowAnswer = { status: number; location?: string; body?: unknown };

type Granted = { nonce: string; challenge: string; user: StandInUser };

/** Made once: it takes a second on a small machine. */
let keys: Promise<[published: KeyPair, other: KeyPair]> | undefined;

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;

/** The authorization code flow of a provider at which the agent is signed in already, so that it asks nothing. */
export async function codeFlow(options: CodeFlowOptions) {
  keys ??= Promise.all([generateKeyPair("RS256"), generateKeyPair("RS256")]);
  const [published, other] = await keys;
  const jwk = { ...(await exportJWK(published.publicKey)), kid: "stand-in", alg: "RS256", use: "sig" };
  const codes = new Map<string, Granted>();
  const refreshTokens = new Map<string, StandInUser>();
  const state: CodeFlowState = {
    redirectUri: options.redirectUri,
    user: { sub: "agent-1", name: "Alex Agent" },
    accessLives: 3_600,
    refreshes: true,
    isLocked: false,
    forged: {},
    signsWrongly: false,
  };
  /** The access tokens that were given, the newest last. */
  const given: string[] = [];

  function authorize(query: URLSearchParams): FlowAnswer {
    const { clientId } = options;
    const { redirectUri } = state;
    if (query.get("client_id") !== clientId || query.get("redirect_uri") !== redirectUri)
      return { status: 400, body: { error: "invalid_request" } };
    const back = new URL(redirectUri);
    back.searchParams.set("state", query.get("state") ?? "");
    if (state.user) {
      const code = `code-${randomUUID()}`;
      const [nonce, challenge] = [query.get("nonce") ?? "", query.get("code_challenge") ?? ""];
      codes.set(code, { nonce, challenge, user: state.user });
      back.searchParams.set("code", code);
    } else back.searchParams.set("error", "access_denied");
    return { status: 302, location: back.href };
  }

  async function token(form: URLSearchParams): Promise<FlowAnswer> {
    const isClient =
      form.get("client_id") === options.clientId && form.get("client_secret") === options.clientSecret;
    if (!isClient) return { status: 401, body: { error: "invalid_client" } };
    if (form.get("grant_type") === "refresh_token") return refresh(form.get("refresh_token") ?? "");
    const code = form.get("code") ?? "";
    const granted = codes.get(code);
    codes.delete(code);
    const isSame = form.get("redirect_uri") === state.redirectUri;
    if (!granted || !isSame || !isProved(granted, form.get("code_verifier") ?? "")) return INVALID;
    return { status: 200, body: await tokensFor(granted.user, granted.nonce, true) };
  }

  function isProved({ challenge }: Granted, verifier: string): boolean {
    return !options.checksPkce || createHash("sha256").update(verifier).digest("base64url") === challenge;
  }

  async function refresh(old: string): Promise<FlowAnswer> {
    const user = refreshTokens.get(old);
    refreshTokens.delete(old);
    if (!user || state.isLocked) return INVALID;
    return { status: 200, body: await tokensFor(user, "", options.refreshesIdToken) };
  }

  async function tokensFor(user: StandInUser, nonce: string, withIdToken: boolean) {
    const access = `access-${randomUUID()}`;
    given.push(access);
    const refreshToken = `refresh-${randomUUID()}`;
    if (state.refreshes) refreshTokens.set(refreshToken, user);
    return {
      access_token: access,
      token_type: "Bearer",
      expires_in: state.accessLives,
      ...(state.refreshes && { refresh_token: refreshToken }),
      ...(withIdToken && { id_token: await idToken(user, nonce) }),
    };
  }

  function idToken(user: StandInUser, nonce: string): Promise<string> {
    const now = Math.floor(Date.now() / 1_000);
    const about = { iss: options.issuer, aud: options.clientId, iat: now, exp: now + 600 };
    return new SignJWT({ ...about, ...(nonce && { nonce }), ...user, ...state.forged })
      .setProtectedHeader({ alg: "RS256", kid: jwk.kid })
      .sign(state.signsWrongly ? other.privateKey : published.privateKey);
  }

  return { state, given, authorize, token, jwks: { keys: [jwk] } };
}

const INVALID: FlowAnswer = { status: 400, body: { error: "invalid_grant" } };
