import * as z from "zod/mini";
import type { SessionAnswer } from "../api.ts";
import type { Provider, ProviderTokens } from "./provider.ts";
import { Denied } from "./provider-faults.ts";
import { Refusal } from "./refusal.ts";
import type { Seal } from "./seal.ts";

/** Seconds. */
const TOKEN_LIVES = 15 * 60;
const LONGEST_SESSION = 10 * 60 * 60;
const ASKED_AGAIN_AFTER = 30 * 60;
/** A page could not renew a token that lives shorter. */
const SHORTEST_LIFE = 60;

/** Who is signed in, since when, and what the provider gave; all of it is in the token, and nothing in the desk. */
export const agentClaims = z.object({
  agent: z.string(),
  name: z.string(),
  /** Seconds since the epoch. */
  since: z.number(),
  tokens: z.object({
    refresh: z.optional(z.string()),
    access: z.optional(z.string()),
    accessSince: z.optional(z.number()),
    accessUntil: z.optional(z.number()),
  }),
});

/** An agent who is signed in. */
export type Agent = z.infer<typeof agentClaims>;

/** A session as it begins. */
export function signedIn(id: string, name: string, given: ProviderTokens, keepsAccess: boolean): Agent {
  return { agent: id, name, since: seconds(), tokens: kept(given, keepsAccess) };
}

/** The provider's access token is kept only where something asks with it. */
function kept({ access, accessUntil, refresh }: ProviderTokens, keepsAccess: boolean): Agent["tokens"] {
  return {
    ...(refresh && { refresh }),
    ...(keepsAccess && access && { access, accessSince: seconds() }),
    ...(keepsAccess && accessUntil && { accessUntil }),
  };
}

/** The tokens of the agents' sessions. */
export type Sessions = {
  /** A token for 15 minutes, or for as long as session and access token last. */
  token(agent: Agent): Promise<Pick<SessionAnswer, "token" | "expiresIn" | "agent">>;
  /** @throws {Refusal} `sign_in_required` for anything but a token that counts */
  open(token: string): Promise<Agent>;
  /**
   * The session as it goes on. From its 30th minute the provider is asked, where it gives a way to, and before the access
   * token ends: whoever has been locked out there is out here within a quarter of an hour.
   *
   * @throws {Refusal} `sign_in_required` after ten hours, and when the provider says no
   * @throws {Fault} when the provider does not answer
   */
  renewed(agent: Agent): Promise<Agent>;
};

/**
 * @param provider none where nobody signs in
 * @param isAdmitted who may use the desk; asked again where the provider's refresh tells the claims again
 * @param keepsAccess whether anything asks with the provider's access token
 */
export function sessionsOf(
  seal: Seal,
  provider: Provider | undefined,
  isAdmitted: (claims: Record<string, unknown>) => boolean,
  keepsAccess: boolean,
): Sessions {
  return {
    async token(agent) {
      const expiresIn = lifeOf(agent);
      if (expiresIn <= 0) throw new Refusal("sign_in_required");
      const { agent: id, name } = agent;
      const token = await seal.seal("agent", agent, expiresIn);
      return { token, expiresIn, agent: { id, ...(name && { name }) } };
    },
    async open(token) {
      const agent = await seal.open("agent", agentClaims, token);
      if (!agent) throw new Refusal("sign_in_required");
      return agent;
    },
    async renewed(agent) {
      const { refresh, accessUntil = Number.POSITIVE_INFINITY } = agent.tokens;
      const now = seconds();
      const isDue = now - agent.since >= ASKED_AGAIN_AFTER || accessUntil < now + TOKEN_LIVES;
      if (!provider || !refresh || !isDue) return agent;
      const { tokens, claims } = await provider.renew(refresh).catch((error) => {
        throw error instanceof Denied ? new Refusal("sign_in_required") : error;
      });
      const isStill = !claims || (claims.sub === agent.agent && isAdmitted(claims));
      if (!isStill) throw new Refusal("sign_in_required");
      return { ...agent, tokens: kept(tokens, keepsAccess) };
    },
  };
}

function lifeOf({ since, tokens }: Agent): number {
  const now = seconds();
  const untilAccessEnds = (tokens.accessUntil ?? Number.POSITIVE_INFINITY) - now;
  if (untilAccessEnds <= 0) return 0;
  return Math.min(TOKEN_LIVES, since + LONGEST_SESSION - now, Math.max(SHORTEST_LIFE, untilAccessEnds));
}

function seconds(): number {
  return Math.floor(Date.now() / 1_000);
}
