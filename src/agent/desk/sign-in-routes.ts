import type { Work } from "./audited.ts";
import type { Counts } from "./counts.ts";
import type { Desk } from "./desk.ts";
import { Refusal } from "./refusal.ts";

/** SHA-256 in Base64url. */
const CHALLENGE = /^[\w-]{43}$/;

/** `GET /sign-in`: sends the agent to the provider; with `?challenge=` from a popup. */
export function signInRoute({ signIn }: Desk, counts: Counts): Work {
  return async (context) => {
    await counts.stranger(context);
    if (!signIn) throw new Refusal("not_found");
    const challenge = context.req.query("challenge") ?? "";
    if (challenge !== "" && !CHALLENGE.test(challenge)) throw new Refusal("bad_request");
    return signIn.begin(context, challenge);
  };
}

/** `GET /callback`: takes the agent back, and ends at a page of the desk whatever happened. */
export function callbackRoute({ settings, signIn, note }: Desk, counts: Counts): Work {
  return async (context, line) => {
    await counts.stranger(context);
    if (!signIn) throw new Refusal("not_found");
    const { response, agent = "", error = "ok", fault } = await signIn.end(context, settings.DESK_PUBLIC_URL);
    Object.assign(line, { agent, status: error });
    if (fault) {
      line.fault = fault.reason;
      note(fault);
    }
    return response;
  };
}
