import { accessKeeper, type ClincAccess } from "../../src/clinc/access.ts";
import { Deadline } from "../../src/runtime/deadline.ts";
import { Fault } from "../../src/runtime/fault.ts";
import { secretReader } from "../../src/runtime/secrets.ts";
import { toolbeltV2 } from "../stand-ins/functions/toolbelt.ts";
import { type Check, failed, failedBy } from "./check.ts";
import { inTheShell, whereToFixSecret } from "./where-to-fix.ts";

/** The secrets of the way to Clinc as the user gave them; `""` for none. */
export type GivenAccess = { host: string; appKey: string; aiVersion: string };

/** Each as the function would use it, or the fault that it would name. */
export type JudgedAccess = { [Part in "endpoint" | "appKey" | "aiVersion"]: ClincAccess[Part] | Fault };

/** Values that the function takes; they stand beside the one that is judged and are never used. */
const SOUND = { host: "api.clinc.example", app_key: "sound", ai_version: "" };

/**
 * Lets the function's own check judge each secret by itself: of all three at once it would name the first fault only.
 *
 * @param prefix what the secrets' names start with
 */
export async function judgeAccess(given: GivenAccess, prefix: string): Promise<JudgedAccess> {
  const judge = async (secret: Partial<typeof SOUND>): Promise<ClincAccess | Fault> => {
    const secrets = Object.entries({ ...SOUND, ...secret }).map(([name, value]) => [
      `${prefix}_${name}`,
      value,
    ]);
    const read = secretReader(toolbeltV2(Object.fromEntries(secrets)));
    try {
      return await accessKeeper(read, prefix).fresh(new Deadline(1_000));
    } catch (error) {
      if (error instanceof Fault) return error;
      throw error;
    }
  };
  const byHost = await judge({ host: given.host });
  const byKey = await judge({ app_key: given.appKey });
  const byVersion = await judge({ ai_version: given.aiVersion });
  return {
    endpoint: byHost instanceof Fault ? byHost : byHost.endpoint,
    appKey: byKey instanceof Fault ? byKey : byKey.appKey,
    aiVersion: byVersion instanceof Fault ? byVersion : byVersion.aiVersion,
  };
}

/** How the user gives each secret, what the check of it is called, and an example for what is no key. */
const SECRETS = {
  host: ["host", "CLINC_HOST or --host", "CLINC_HOST", "api.clinc.example"],
  app_key: ["App-Key", "CLINC_APP_KEY", "CLINC_APP_KEY"],
  ai_version: [
    "AI version",
    "CLINC_AI_VERSION or --ai-version",
    "CLINC_AI_VERSION",
    "00000000-0000-4000-8000-000000000999",
  ],
} as const;

/** The check of a secret that the function would not even try. */
export function unusableSecret(secret: keyof typeof SECRETS, fault: Fault, prefix: string): Check {
  const [name, source, variable, example] = SECRETS[secret];
  const shell = inTheShell(variable, example);
  if (fault.reason !== "secret_missing")
    return failedBy(name, fault, `malformed, in ${source}`, `${whereToFixSecret(prefix, secret)} ${shell}.`);
  const finding = `none given to the doctor in ${source} (${fault.reason})`;
  return failed(name, finding, `${shell}. For the function: ${fault.remedy}.`);
}
