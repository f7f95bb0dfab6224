import { randomUUID } from "node:crypto";
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { calculatePKCECodeChallenge, randomPKCECodeVerifier, randomState } from "openid-client";
import * as z from "zod/mini";
import { Fault } from "../../runtime/fault.ts";
import type { SignInError } from "../api.ts";
import { onceWithin } from "./limits.ts";
import type { Provider, SignedIn } from "./provider.ts";
import { Denied } from "./provider-faults.ts";
import { Refusal } from "./refusal.ts";
import type { Seal } from "./seal.ts";
import { type Agent, agentClaims, signedIn } from "./session.ts";
import type { Bindings } from "./shell.ts";

/** Seconds. */
const SIGN_IN_TAKES = 10 * 60;
const CODE_LIVES = 60;
/** A code goes to the page behind a `#`, and comes back in a body. */
const LONGEST_CODE = 6_500;

const FRAME = "frame-";
const PAGE = "page-";

/** Not to be read by the page, and of the workspace that frames it alone. */
const COOKIE = {
  prefix: "host",
  secure: true,
  httpOnly: true,
  sameSite: "None",
  partitioned: true,
  path: "/",
} as const;

const begunClaims = z.object({
  state: z.string(),
  verifier: z.string(),
  nonce: z.string(),
  /** Of the page that opened a popup; `""` in the frame. */
  challenge: z.string(),
});

const codeClaims = z.object({ id: z.string(), challenge: z.string(), agent: agentClaims });

/**
 * Signs an agent in, and remembers nothing between the steps: what began is in a cookie of the browser, and what came of
 * it in a one-time code. The code is bound to whoever asked: to a cookie in the frame, and to a verifier that only the
 * page knows where it opened a popup, whose cookies are not those of the frame.
 */
export type SignIn = {
  /** @param challenge SHA-256 of the verifier, in Base64url; `""` in the frame */
  begin(context: Context<Bindings>, challenge: string): Promise<Response>;
  /**
   * @param callback the address at which the agent came back
   * @throws {Fault} when the provider does not do
   */
  end(context: Context<Bindings>, callback: URL): Promise<SignInEnd>;
  /** @throws {Refusal} `sign_in_required` for a code that does not count, or is not of this browser */
  redeem(context: Context<Bindings>, code: string, verifier: string | undefined): Promise<Agent>;
};

/** What came of a sign-in, and whose it was. */
export type SignInEnd = { code: string; agent: string } | { error: SignInError; agent?: string };

/** Where a sign-in ends: in the frame at the widget itself, else at the page that hands the code over. */
export function pageOf(state: string): string {
  return state.startsWith(FRAME) ? "/" : "/signed-in.html";
}

/** What the state of a sign-in begins with, so that even without a cookie it is known where the agent came from. */
export function placeOf(challenge: string): string {
  return challenge === "" ? FRAME : PAGE;
}

/** @param isAdmitted who of those whom the provider signs in may use the desk */
export function signInBy(
  provider: Provider,
  seal: Seal,
  isAdmitted: (claims: Record<string, unknown>) => boolean,
  keepsAccess: boolean,
): SignIn {
  const codes = onceWithin(CODE_LIVES);

  async function codeFor(
    context: Context<Bindings>,
    { id, name, tokens }: SignedIn,
    asked: string,
  ): Promise<string> {
    const codeId = randomUUID();
    let challenge = asked;
    if (asked === "") {
      const verifier = randomPKCECodeVerifier();
      challenge = await calculatePKCECodeChallenge(verifier);
      setCookie(context, `code-${codeId}`, verifier, { ...COOKIE, maxAge: CODE_LIVES });
    }
    const agent = signedIn(id, name, tokens, keepsAccess);
    const code = await seal.seal("code", { id: codeId, challenge, agent }, CODE_LIVES);
    if (code.length > LONGEST_CODE) throw tokensTooLong();
    return code;
  }

  return {
    async begin(context, challenge) {
      const { url, begun } = await provider.begin(placeOf(challenge) + randomState());
      const sealed = await seal.seal("sign-in", { ...begun, challenge }, SIGN_IN_TAKES);
      setCookie(context, `sign-in-${begun.state}`, sealed, { ...COOKIE, maxAge: SIGN_IN_TAKES });
      return context.redirect(url.href);
    },

    async end(context, callback) {
      const state = callback.searchParams.get("state") ?? "";
      const name = /^[\w-]{1,100}$/.test(state) ? `sign-in-${state}` : "";
      const cookie = name === "" ? undefined : getCookie(context, name, "host");
      const begun = cookie ? await seal.open("sign-in", begunClaims, cookie) : undefined;
      if (!begun || begun.state !== state) return { error: "no_cookie" };
      deleteCookie(context, name, COOKIE);
      const agent = await provider.end(callback, begun).catch((failure) => {
        if (failure instanceof Denied) return undefined;
        throw failure;
      });
      if (!agent) return { error: "denied" };
      if (!isAdmitted(agent.claims)) return { error: "not_allowed", agent: agent.id };
      return { code: await codeFor(context, agent, begun.challenge), agent: agent.id };
    },

    async redeem(context, code, given) {
      const opened = await seal.open("code", codeClaims, code);
      if (!opened) throw new Refusal("sign_in_required");
      const { id, challenge, agent } = opened;
      const verifier = given ?? deleteCookie(context, `code-${id}`, COOKIE) ?? "";
      const isTheirs = verifier !== "" && (await calculatePKCECodeChallenge(verifier)) === challenge;
      if (!isTheirs || !(await codes.isFirst(id))) throw new Refusal("sign_in_required");
      return agent;
    },
  };
}

function tokensTooLong(): Fault {
  const remedy =
    "the provider's tokens are too long to be handed to a browser; ask it for shorter ones, or for no refresh token";
  return new Fault("settings", "provider_tokens_too_long", remedy);
}
