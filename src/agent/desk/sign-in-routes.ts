import { Fault } from "../../runtime/fault.ts";
import type { AuditLine } from "./audit.ts";
import type { Work } from "./audited.ts";
import type { Counts } from "./counts.ts";
import type { Desk } from "./desk.ts";
import { defectOf, type Note } from "./operator-notes.ts";
import { Refusal } from "./refusal.ts";
import { pageOf, placeOf } from "./sign-in.ts";

/** SHA-256 in Base64url. */
const CHALLENGE = /^[\w-]{43}$/;

/** `GET /sign-in`: sends the agent to the provider; with `?challenge=` from a window or frame of its own. */
export function signInRoute({ signIn, note }: Desk, counts: Counts): Work {
  return async (context, line) => {
    const challenge = context.req.query("challenge") ?? "";
    if (!signIn) throw new Refusal("not_found");
    if (challenge !== "" && !CHALLENGE.test(challenge)) throw new Refusal("bad_request");
    try {
      await counts.stranger(context);
      return await signIn.begin(context, challenge);
    } catch (error) {
      return context.redirect(`${pageOf(placeOf(challenge))}#error=${told(error, line, note)}`);
    }
  };
}

/** `GET /callback`: takes the agent back, and ends at a page of the desk whatever happened. */
export function callbackRoute({ settings, signIn, note }: Desk, counts: Counts): Work {
  return async (context, line) => {
    if (!signIn) throw new Refusal("not_found");
    const { search, searchParams } = new URL(context.req.url);
    const back = (what: string) => context.redirect(`${pageOf(searchParams.get("state") ?? "")}#${what}`);
    try {
      await counts.stranger(context);
      const end = await signIn.end(context, new URL(`/callback${search}`, settings.DESK_PUBLIC_URL));
      line.agent = end.agent ?? "";
      if ("code" in end) return back(`code=${end.code}`);
      line.status = end.error;
      return back(`error=${end.error}`);
    } catch (error) {
      return back(`error=${told(error, line, note)}`);
    }
  };
}

/** The agent sees a page, and no JSON. */
function told(error: unknown, line: AuditLine, note: Note): string {
  line.status = error instanceof Refusal ? error.code : "unavailable";
  if (!(error instanceof Refusal)) {
    const fault = error instanceof Fault ? error : defectOf(error);
    note(fault);
    line.fault = fault.reason;
  }
  return line.status;
}
