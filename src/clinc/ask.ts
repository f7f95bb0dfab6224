import { timed } from "../runtime/clock.ts";
import { Deadline, pause } from "../runtime/deadline.ts";
import { Fault } from "../runtime/fault.ts";
import { storageUnavailable } from "../runtime/secrets.ts";
import type { AccessKeeper, ClincAccess } from "./access.ts";
import type { PostQuery } from "./client.ts";
import { KEY_REFUSED, QUERY_REFUSED } from "./faults.ts";
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

/** So long nothing is told to business logic after Clinc has refused the key for it. */
const CONTEXT_RESTS_MS = 5 * 60_000;

const CONTEXT_REFUSED =
  'context_refused: Clinc takes no key "liveperson" and was asked without it; set CLINC_CONTEXT to none, or ask Clinc to allow it';

/**
 * Asks, and asks once more only where Clinc certainly did not process the first query, because every query moves the
 * dialog on: never connected, told to come back shortly, refused for a key that has been changed since, or perhaps for
 * what business logic may know. That it was this, the answer without it shows.
 */
export function clincAsker(keeper: AccessKeeper, post: PostQuery): AskClinc {
  let contextRests = new Deadline(0);
  return async (given, deadline, trace) => {
    const bare = { ...given, context: undefined };
    let question = contextRests.left() > 0 ? bare : given;
    const read = (reading: (deadline: Deadline) => Promise<ClincAccess>) =>
      timed(trace, "secretsMs", reading(deadline));
    const send = async (access: ClincAccess) => {
      // A query that nobody waits for would still move the dialog on.
      if (deadline.left() === 0) throw storageUnavailable();
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
      const isContext = error.reason === QUERY_REFUSED && question.context !== undefined;
      const wait = isContext ? 0 : (error.retryAfterMs ?? Number.POSITIVE_INFINITY);
      if (wait > LONGEST_PAUSE_MS || wait + LEFT_FOR_REPEAT_MS > deadline.left()) throw error;
      await timed(trace, "clincMs", pause(wait));
      if (!isContext) return send(access);
      question = bare;
      const reply = await send(access);
      contextRests = new Deadline(CONTEXT_RESTS_MS);
      trace.remarks.push(CONTEXT_REFUSED);
      return reply;
    }
  };
}
