import { checkedAccess } from "../../../src/clinc/access.ts";
import { faultOf } from "../../../src/runtime/fault.ts";
import { isVariableOfFunctions } from "../../conversations/variables.ts";
import { UsageError } from "../../kit/command.ts";
import type { Secrets } from "./secrets.ts";

/**
 * The secrets for a real Clinc, and for records at a real LivePerson, from the environment of the shell.
 *
 * @throws {UsageError} when one is missing, or cannot be what it should be
 */
export function liveSecrets(): Secrets {
  const {
    CLINC_HOST,
    CLINC_APP_KEY,
    CLINC_AI_VERSION,
    CLINC_ASSIST_AI_VERSION,
    CLINC_CONTEXT_KEY,
    CLINC_OFF,
  } = process.env;
  if (!CLINC_HOST?.trim() || !CLINC_APP_KEY?.trim())
    throw new UsageError("--live needs CLINC_HOST and CLINC_APP_KEY in the environment");
  refuseMalformed(CLINC_HOST.trim(), CLINC_APP_KEY.trim(), CLINC_AI_VERSION?.trim() ?? "");
  return {
    clinc_host: CLINC_HOST,
    clinc_app_key: CLINC_APP_KEY,
    ...(CLINC_AI_VERSION && { clinc_ai_version: CLINC_AI_VERSION }),
    ...(CLINC_ASSIST_AI_VERSION && { clinc_assist_ai_version: CLINC_ASSIST_AI_VERSION }),
    ...(CLINC_CONTEXT_KEY && { clinc_context_key: CLINC_CONTEXT_KEY }),
    ...(CLINC_OFF && { clinc_off: CLINC_OFF }),
  };
}

/** The functions would say the same of their secrets, with each turn. */
function refuseMalformed(host: string, appKey: string, aiVersion: string): void {
  try {
    checkedAccess(host, appKey, aiVersion, "clinc");
  } catch (error) {
    const inShell = (_: string, name: string) => name.toUpperCase();
    throw new UsageError(faultOf(error).remedy.replace(/^the secret "(\w+)"/, inShell));
  }
}

/** The functions' environment variables that are set in the shell. */
export function settingsOfShell(): Record<string, string> {
  const names = Object.keys(process.env).filter(isVariableOfFunctions);
  return Object.fromEntries(names.map((name) => [name, process.env[name] ?? ""]));
}
