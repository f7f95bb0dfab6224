import type { Context } from "hono";
import { type SessionAnswer, type SessionRequest, sessionRequest } from "../api.ts";
import type { Work } from "./audited.ts";
import { checked } from "./callers.ts";
import type { Counts } from "./counts.ts";
import type { Desk } from "./desk.ts";
import { Refusal } from "./refusal.ts";
import { type Agent, signedIn } from "./session.ts";
import { type Bindings, bodyOf, refuseForeign } from "./shell.ts";

/** Who everybody on this machine is where nobody signs in. */
const LOCAL = "local";

/** `POST /api/session`: a token for a one-time code, for a token that counts still, or where nobody signs in for nothing. */
export function sessionCall({ settings, sessions, signIn, suggests }: Desk, counts: Counts): Work {
  const { DESK_PUBLIC_URL, DESK_SIGN_IN } = settings;
  return async (context, line) => {
    const { raw } = context.req;
    refuseForeign(raw, DESK_PUBLIC_URL.origin);
    const body = checked(sessionRequest, await bodyOf(raw));
    const agent = "token" in body ? await goesOn(body.token, context) : await begins(body, context);
    line.agent = agent.agent;
    const answer: SessionAnswer = { ...(await sessions.token(agent)), suggest: suggests };
    return context.json(answer);
  };

  async function goesOn(token: string, context: Context<Bindings>): Promise<Agent> {
    const agent = await sessions.open(token).catch(async (refusal) => {
      await counts.stranger(context);
      throw refusal;
    });
    await counts.agent(agent.agent);
    return sessions.renewed(agent);
  }

  async function begins(
    body: Exclude<SessionRequest, { token: string }>,
    context: Context<Bindings>,
  ): Promise<Agent> {
    await counts.stranger(context);
    if ("code" in body && signIn) return signIn.redeem(context, body.code, body.verifier);
    if (!("code" in body) && DESK_SIGN_IN === "none") return signedIn(LOCAL, "", {}, false);
    throw new Refusal("sign_in_required");
  }
}
