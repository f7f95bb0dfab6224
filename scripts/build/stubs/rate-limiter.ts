import type { Stubs } from "../trim-libraries.ts";

/** The desk counts in its own memory; the library's clients of Redis, Postgres and a dozen others stay outside. */
export const RATE_LIMITER_STUBS: Stubs = {
  "rate-limiter-flexible/index.js": {
    instead: 'module.exports = { RateLimiterMemory: require("./lib/RateLimiterMemory") };',
    why: "nothing else of it is used, and what is missing fails when the desk is built",
  },
};
