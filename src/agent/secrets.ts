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
