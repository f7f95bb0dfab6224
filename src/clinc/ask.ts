import { Deadline, pause } from "../runtime/deadline.ts";
import { Fault } from "../runtime/fault.ts";
import type { AccessKeeper, ClincAccess } from "./access.ts";
import type { PostQuery } from "./client.ts";
import { KEY_REFUSED } from "./faults.ts";
import { clincQuery, type Question } from "./query.ts";
import type { ClincReply } from "./reply.ts";
import { SwitchedOff } from "./switch.ts";

/** Asks Clinc one question within the deadline. */
export type AskClinc = (question: Question, deadline: Deadline, times: AskTimes) => Promise<ClincReply>;

/**
 * What asking took, for the operator; filled in while it goes on, so that a failed question has its times too. The
 * pause before a repeated query counts as Clinc's.
 */
export type AskTimes = { queries: number; secretsMs: number; clincMs: number };

/** No pause may be longer than this, and this much time must be left for the repeated query after it. */
const LONGEST_PAUSE_MS = 2_000;
const LEFT_FOR_REPEAT_MS = 1_000;

/**
 * Asks, and asks once more only where Clinc certainly did not process the first query, because every query moves the
 * dialog on: never connected, told to come back shortly, or refused for a key that has been changed since.
 */
export function clincAsker(keeper: AccessKeeper, post: PostQuery): AskClinc {
  return async (question, deadline, times) => {
    const read = (reading: (deadline: Deadline) => Promise<ClincAccess>) =>
      timed(times, "secretsMs", reading(deadline));
    const send = async (access: ClincAccess) => {
      if (deadline.left() === 0) throw tooLate();
      times.queries += 1;
      return timed(times, "clincMs", post(clincQuery(question, access), access, deadline));
    };

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
      await timed(times, "clincMs", pause(wait));
      return send(access);
    }
  };
}

/** A query that nobody waits for would still move the dialog on. */
function tooLate(): Fault {
  const remedy = "reading the secrets took the whole turn; if this lasts, open a case with LivePerson";
  return new Fault("network", "secret_storage_unavailable", remedy, { isUnprocessed: true });
}

async function timed<T>(times: AskTimes, part: "secretsMs" | "clincMs", work: Promise<T>): Promise<T> {
  const start = Date.now();
  try {
    return await work;
  } finally {
    times[part] += Date.now() - start;
  }
}
