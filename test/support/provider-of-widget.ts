import { createServer } from "node:http";
import { onTestFinished } from "vitest";
import { listenOnLoopback } from "../../scripts/kit/loopback.ts";
import type { StandInDesk } from "./desk-of-widget.ts";
import { refusal, session } from "./desk-of-widget.ts";

/**
 * How a provider treats an agent who comes to sign in: knows them already; shows a page that may not be framed; does so
 * and cuts itself off from whoever opened it; says no; or sends them back without the desk's cookie.
 */
export type Manner = "knows_the_agent" | "refuses_framing" | "cuts_opener" | "refuses" | "gets_no_cookie";

const ERRORS: Partial<Record<Manner, string>> = { refuses: "denied", gets_no_cookie: "no_cookie" };

/** A provider of sign-ins on loopback, at another origin than the desk, and a desk that asks for it. */
export async function signInThrough(desk: StandInDesk, manner: () => Manner): Promise<void> {
  const server = createServer((request, response) => {
    const challenge = new URL(request.url ?? "/", "http://provider").searchParams.get("challenge");
    const now = manner();
    const outcome = ERRORS[now] ? `error=${ERRORS[now]}` : `code=code-for-${challenge}`;
    const location = `${desk.address}/signed-in.html#${outcome}`;
    if (now === "knows_the_agent" || ERRORS[now]) {
      response.writeHead(302, { location }).end();
      return;
    }
    response.writeHead(200, {
      "content-type": "text/html",
      "x-frame-options": "DENY",
      ...(now === "cuts_opener" && { "cross-origin-opener-policy": "same-origin" }),
    });
    response.end(`<title>Provider</title><a href="${location}">Yes, it is me</a>`);
  });
  const { address, close } = await listenOnLoopback(server);
  onTestFinished(close);
  desk.behaviour.signIn = (challenge) => `${address}/?challenge=${challenge}`;
  const spent = new Set<string>();
  desk.behaviour.session = async ({ body }) => {
    const { code, verifier = "" } = body;
    const isTheirs = code === `code-for-${await challengeOf(verifier)}` && !spent.has(code);
    if (isTheirs) spent.add(code);
    return isTheirs ? session() : refusal(401, "sign_in_required");
  };
}

/** https://www.rfc-editor.org/rfc/rfc7636#section-4.2 */
async function challengeOf(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  return Buffer.from(digest).toString("base64url");
}
