import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { Refusal } from "./refusal.ts";

/** A minute's worth of calls, by whoever makes them. Each desk counts for itself: of N desks one gets N times that. */
export type Limit = {
  /** @throws {Refusal} `too_many` when there were more */
  count(key: string): Promise<void>;
};

const SECONDS = 60;

/** @param calls how many may be made in a minute */
export function limitOf(calls: number): Limit {
  const limiter = new RateLimiterMemory({ points: calls, duration: SECONDS });
  return {
    async count(key) {
      await limiter.consume(key).catch(({ msBeforeNext }: RateLimiterRes) => {
        throw new Refusal("too_many", { retryAfter: Math.max(1, Math.ceil(msBeforeNext / 1_000)) });
      });
    },
  };
}

/** Lets a thing be used once within a time. */
export type Once = {
  /** Whether this is its first use here. */
  isFirst(id: string): Promise<boolean>;
};

/** @param seconds after which it is forgotten */
export function onceWithin(seconds: number): Once {
  const limiter = new RateLimiterMemory({ points: 1, duration: seconds });
  return {
    isFirst: (id) =>
      limiter.consume(id).then(
        () => true,
        () => false,
      ),
  };
}
