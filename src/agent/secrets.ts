import type { Deadline } from "../runtime/deadline.ts";
import { Fault } from "../runtime/fault.ts";
import { type Kept, keptFrom } from "../runtime/kept.ts";
import type { ReadSecret } from "../runtime/secrets.ts";

/** The secrets of the agent's side as they are stored; `""` for one that there is not. */
export type AgentSecrets = {
  host: string;
  appKey: string;
  /** UUID of the version that answers consumers. */
  aiVersion: string;
  /** UUID of the version that suggests replies to agents. */
  assistAiVersion: string;
  /** Key of LivePerson's Conversation Context Service. */
  contextKey: string;
  /** The switch of the bot. */
  off: string;
};

/**
 * Reads the secrets, which are checked by whoever uses them: a briefing needs no host, and a suggestion no record.
 *
 * @param prefix first part of their names
 */
export function agentSecrets(readSecret: ReadSecret, prefix: string): Kept<AgentSecrets> {
  return keptFrom<AgentSecrets>(async (deadline) => {
    const read = (name: string) => readSecret(`${prefix}_${name}`, deadline);
    const [host, appKey, aiVersion, assistAiVersion, contextKey, off] = await Promise.all([
      read("host"),
      read("app_key"),
      read("ai_version"),
      read("assist_ai_version"),
      read("context_key"),
      read("off"),
    ]);
    return { host, appKey, aiVersion, assistAiVersion, contextKey, off };
  });
}

/**
 * Does something with the secrets as they were kept; where they are not right for it, with those that are stored now. So
 * what somebody has just put right counts at once.
 */
export async function withSecrets<Outcome>(
  secrets: Kept<AgentSecrets>,
  deadline: Deadline,
  work: (secrets: AgentSecrets) => Outcome | Promise<Outcome>,
): Promise<Outcome> {
  const kept = await secrets.current(deadline);
  try {
    return await work(kept);
  } catch (error) {
    if (!(error instanceof Fault) || error.responsible !== "settings") throw error;
    const fresh = await secrets.fresh(deadline).catch(() => kept);
    if (JSON.stringify(fresh) === JSON.stringify(kept)) throw error;
    return work(fresh);
  }
}
