import type { Context } from "hono";
import proxyAddress from "proxy-addr";
import { limitOf } from "./limits.ts";
import { placesFor } from "./places.ts";
import type { Bindings } from "./shell.ts";

/** A shift begins with three calls each of many agents behind one address. */
const CALLS_OF_ADDRESS = 600;
/** A widget makes a few for each line of the consumer. */
const CALLS_OF_AGENT = 300;
const SUGGESTIONS_OF_AGENT = 30;
const UNDER_WAY = { anAgent: 5, all: 50 };

/** How much may be asked of this desk in a minute, and at a time. */
export type Counts = ReturnType<typeof countsOf>;

/** @param trustedProxies whose `X-Forwarded-For` is believed */
export function countsOf(trustedProxies: readonly string[]) {
  const trust = proxyAddress.compile([...trustedProxies]);
  const addresses = limitOf(CALLS_OF_ADDRESS);
  const agents = limitOf(CALLS_OF_AGENT);
  const suggestions = limitOf(SUGGESTIONS_OF_AGENT);
  return {
    /** A call of somebody who is not signed in. */
    stranger: ({ env }: Context<Bindings>) => addresses.count(proxyAddress(env.incoming, trust)),
    agent: (id: string) => agents.count(id),
    suggestion: (id: string) => suggestions.count(id),
    underWay: placesFor(UNDER_WAY),
  };
}
