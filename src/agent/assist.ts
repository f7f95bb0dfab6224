import { type AccessKeeper, type ClincAccess, checkedAccess, isAiVersion } from "../clinc/access.ts";
import { readSwitch } from "../clinc/switch.ts";
import { Fault } from "../runtime/fault.ts";
import type { Kept } from "../runtime/kept.ts";
import { type AgentSecrets, withSecrets } from "./secrets.ts";

/** Nobody wants anything suggested: a choice of the bank, and nobody's failure. */
export class AssistOff extends Fault {
  /**
   * @param reason short and machine-readable
   * @param remedy how to turn suggestions on
   */
  constructor(reason: string, remedy: string) {
    super("settings", reason, remedy);
  }
}

/**
 * The secrets with which Clinc is asked for a suggestion: those of the bot, but with an AI version of their own. Without
 * it, or with the one that answers consumers, nothing is asked at all: the business logic behind that one acts, and would
 * do so for every suggestion.
 *
 * Both reject with {@link AssistOff} then, and while the bank has switched its bot off.
 *
 * @param prefix first part of the secrets' names
 */
export function assistAccess(secrets: Kept<AgentSecrets>, prefix: string): AccessKeeper {
  const access = ({
    host,
    appKey,
    aiVersion,
    assistAiVersion,
    contextKey,
    off,
  }: AgentSecrets): ClincAccess => {
    const name = `${prefix}_assist_ai_version`;
    if (assistAiVersion === "") throw unset(name);
    if (assistAiVersion.toLowerCase() === aiVersion.toLowerCase())
      throw botsOwn(name, `${prefix}_ai_version`);
    const switchedOff = readSwitch(off, `${prefix}_off`);
    if (switchedOff) throw new AssistOff(switchedOff.reason, switchedOff.remedy);
    if (!isAiVersion(assistAiVersion)) throw malformed(name);
    return { ...checkedAccess(host, appKey, "", prefix), aiVersion: assistAiVersion, contextKey };
  };
  return {
    current: (deadline) => withSecrets(secrets, deadline, access),
    fresh: (deadline) => secrets.fresh(deadline).then(access),
  };
}

function unset(name: string): AssistOff {
  return new AssistOff(
    "assist_version_missing",
    `put the UUID of an AI version without side effects into the secret "${name}"; without it nothing is suggested`,
  );
}

function malformed(name: string): Fault {
  return new Fault(
    "settings",
    "ai_version_malformed",
    `the secret "${name}" must be the UUID of an AI version`,
  );
}

function botsOwn(name: string, botsName: string): AssistOff {
  return new AssistOff(
    "assist_version_is_the_bots",
    `put another UUID into the secret "${name}" than into "${botsName}", of an AI version without side effects: each suggestion runs its business logic`,
  );
}
