import { type Place, urlIn } from "./place.ts";
import type { Called, RestingService } from "./resting.ts";

/** Makes sure that what is written does not stay for ever. */
export type Expiry = {
  /**
   * @param conversationId `""` for a write that cannot wait for what its conversation has to be told
   * @returns what stands in the way of a write; `undefined` for nothing
   */
  obstacle(conversationId: string, key: string): Promise<Called | undefined>;
  /** Hears whether a conversation's record was found, which then expires, or not. */
  found(conversationId: string, isThere: boolean): void;
};

/** Milliseconds. */
const TELL_MS = 400;

/** So many conversations are known to expire; of the oldest beyond them the service is told again. */
const REMEMBERED = 1_000;

/** Stands for the namespace among the conversations; none of them is called so. */
const NAMESPACE = "";

/**
 * Tells the service how long to keep what is written, before the first write: it counts for later ones only. Once for
 * the namespace, and for each conversation, since the former is documented for what stands in no session. Left alone, the
 * service keeps a record for 13 months.
 */
export function expiryOf({ call }: RestingService, place: Place, keptSeconds: number): Expiry {
  const { namespace } = place;
  const told = new Map<string, Promise<Called>>();

  /** Once for all that wait, and again where it was not heard. */
  function tell(sessionId: string, key: string): Promise<Called> {
    const known = told.get(sessionId);
    if (known) return known;
    const [url, data] =
      sessionId === NAMESPACE
        ? [urlIn(place), { name: namespace }]
        : [urlIn(place, "namespace", namespace, "session"), { sessionId }];
    const request = { url: `${url}?ttlSecond=${keptSeconds}`, key, data, timeout: TELL_MS };
    const telling = call({ method: "post", ...request }).then((called) => {
      if (called.status !== "on") told.delete(sessionId);
      return called;
    });
    remember(sessionId, telling);
    return telling;
  }

  function remember(sessionId: string, telling: Promise<Called>): void {
    told.set(sessionId, telling);
    const [oldest = sessionId] = told.keys();
    if (told.size > REMEMBERED) told.delete(oldest);
  }

  return {
    async obstacle(conversationId, key) {
      const both = await Promise.all([tell(NAMESPACE, key), tell(conversationId, key)]);
      return both.find(({ status }) => status !== "on");
    },
    found(conversationId, isThere) {
      if (isThere) remember(conversationId, Promise.resolve({ status: "on" }));
      else told.delete(conversationId);
    },
  };
}
