import { timed } from "../runtime/clock.ts";
import { Deadline, pause } from "../runtime/deadline.ts";
import { Fault } from "../runtime/fault.ts";
import type { AccessKeeper, ClincAccess } from "./access.ts";
import type { PostQuery } from "./client.ts";
import { KEY_REFUSED } from "./faults.ts";
import { clincQuery, leftOut, type Question } from "./query.ts";
import type { ClincReply } from "./reply.ts";
import { SwitchedOff } from "./switch.ts";

/** Asks Clinc one question within the deadline. */
export type AskClinc = (question: Question, deadline: Deadline, trace: AskTrace) => Promise<ClincReply>;

/**
 * What asking took and met, for the operator; filled in while it goes on, so that a failed question leaves it too. The
 * pause before a repeated query counts as Clinc's.
 */
export type AskTrace = {
  queries: number;
  secretsMs: number;
  clincMs: number;
  /** Clinc's id of the query that it answered; `""` until then. */
  qid: string;
  remarks: string[];
};

/** A consumer who waits longer takes the bot for gone; LivePerson wishes for less than a second. */
const LONGEST_PAUSE_MS = 2_000;

/** Clinc was seen to take 1.4 s: a repetition with less time than this would only time out, and be processed unheard. */
const LEFT_FOR_REPEAT_MS = 1_000;

/**
 * Asks, and asks once more only where Clinc certainly did not process the first query, because every query moves the
 * dialog on: never connected, told to come back shortly, or refused for a key that has been changed since.
 */
export function clincAsker(keeper: AccessKeeper, post: PostQuery): AskClinc {
  return async (question, deadline, trace) => {
    const read = (reading: (deadline: Deadline) => Promise<ClincAccess>) =>
      timed(trace, "secretsMs", reading(deadline));
    const send = async (access: ClincAccess) => {
      if (deadline.left() === 0) throw tooLate();
      trace.queries += 1;
      const reply = await timed(trace, "clincMs", post(clincQuery(question, access), access, deadline));
      trace.qid = reply.qid;
      return reply;
    };
    trace.remarks.push(...leftOut(question));

    const access = await read(keeper.current);
    try {
      return await send(access);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      if (error.reason === KEY_REFUSED) {
        const fresh = await read(() => keeper.fresh(new Deadline(deadline.left() / 2))).catch((failure) => {
          if (failure instanceof SwitchedOff) throw failure;
          return access;
        });
        if (fresh.appKey === access.appKey && fresh.endpoint === access.endpoint) throw error;
        return send(fresh);
      }
      const wait = error.retryAfterMs ?? Number.POSITIVE_INFINITY;
      if (wait > LONGEST_PAUSE_MS || wait + LEFT_FOR_REPEAT_MS > deadline.left()) throw error;
      await timed(trace, "clincMs", pause(wait));
      return send(access);
    }
  };
}

/** A query that nobody waits for would still move the dialog on. */
function tooLate(): Fault {
  const remedy = "reading the secrets took the whole turn; if this lasts, open a case with LivePerson";
  return new Fault("network", "secret_storage_unavailable", remedy, { isUnprocessed: true });
}
