import type { Context } from "hono";
import { now } from "../../runtime/clock.ts";
import { Fault } from "../../runtime/fault.ts";
import type { Audit, AuditLine } from "./audit.ts";
import { defectOf, type Note } from "./operator-notes.ts";
import { Refusal } from "./refusal.ts";
import type { Bindings } from "./shell.ts";

/** Answers a call, and fills in its line while it goes on, so that a call that fails leaves what is known. */
export type Work = (context: Context<Bindings>, line: AuditLine) => Promise<Response>;

/** Seconds after which a call that found something down is worth another try. */
const RETRY_SECONDS = 5;

/** Gives each call its one line, whatever becomes of it, and whatever fails a response that says so. */
export function auditedBy(audit: Audit, note: Note) {
  return (op: AuditLine["op"], work: Work) =>
    async (context: Context<Bindings>): Promise<Response> => {
      const start = now();
      const line: AuditLine = { agent: "", conversation: "", op, status: "ok" };
      try {
        return await work(context, line);
      } catch (error) {
        const refusal = error instanceof Refusal ? error : failed(error, line, note);
        line.status = refusal.code;
        return refusal.response();
      } finally {
        audit({ ...line, ms: now() - start });
      }
    };
}

function failed(error: unknown, line: AuditLine, note: Note): Refusal {
  const fault = error instanceof Fault ? error : defectOf(error);
  note(fault);
  line.fault = fault.reason;
  return new Refusal("unavailable", { retryAfter: RETRY_SECONDS });
}
