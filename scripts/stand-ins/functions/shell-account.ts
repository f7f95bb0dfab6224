import { AGENT_VARIABLES } from "../../../src/agent/variables.ts";
import { readSettings } from "../../../src/bot/settings.ts";
import { checkedAccess, isAiVersion } from "../../../src/clinc/access.ts";
import { readSwitch } from "../../../src/clinc/switch.ts";
import { Fault } from "../../../src/runtime/fault.ts";
import { valuesOf } from "../../../src/runtime/variables.ts";
import { isVariableOfFunctions } from "../../conversations/variables.ts";
import { UsageError } from "../../kit/command.ts";
import { isOneWord } from "../../kit/loopback.ts";
import type { Secrets } from "./secrets.ts";

/** Each is a secret of the functions, in small letters. */
const NEEDED = ["CLINC_HOST", "CLINC_APP_KEY"] as const;
const OPTIONAL = ["CLINC_AI_VERSION", "CLINC_ASSIST_AI_VERSION", "CLINC_CONTEXT_KEY", "CLINC_OFF"] as const;

/**
 * The secrets for a real Clinc, and for records at a real LivePerson, from the environment of the shell.
 *
 * @throws {UsageError} when one is missing or malformed, before anything is built or asked; no value is repeated
 */
export function liveSecrets(): Secrets {
  const missing = NEEDED.filter((name) => given(name) === "");
  if (missing.length > 0)
    throw new UsageError(
      `--live needs ${NEEDED.join(" and ")} in the environment; set ${missing.length > 1 ? "both" : missing[0]}`,
    );
  refuseMalformed();
  const names = [...NEEDED, ...OPTIONAL].filter((name) => process.env[name]);
  return Object.fromEntries(names.map((name) => [name.toLowerCase(), process.env[name]]));
}

/** The function would name them as well, but not before each of its turns had failed. */
function refuseMalformed(): void {
  const host = hostnameIn(endpoint());
  if (isOneWord(host))
    throw new UsageError(
      "CLINC_HOST is one word without a dot, as an App-Key is; put a host there, such as api.clinc.example",
    );
  if (!isAiVersion(given("CLINC_ASSIST_AI_VERSION")))
    throw new UsageError(
      "CLINC_ASSIST_AI_VERSION must be the UUID of an AI version; correct it, or unset it",
    );
  const off = given("CLINC_OFF");
  if (off !== "" && !readSwitch(off, "clinc_off"))
    throw new UsageError("CLINC_OFF must be transfer or apology; correct it, or unset it");
}

/** The address that the function would ask. */
function endpoint(): string {
  const [host, key, version] = [given("CLINC_HOST"), given("CLINC_APP_KEY"), given("CLINC_AI_VERSION")];
  try {
    return checkedAccess(host, key, version, "clinc").endpoint;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    // What is a secret to the function is a variable of the shell here.
    throw new UsageError(error.remedy.replace(/the secret "(\w+)"/, (_, name: string) => name.toUpperCase()));
  }
}

function hostnameIn(address: string): string {
  return new URL(address).hostname;
}

/** The function reads a secret without the blanks around it. */
function given(name: string): string {
  return process.env[name]?.trim() ?? "";
}

/**
 * The functions' environment variables that are set in the shell.
 *
 * @throws {UsageError} when one is wrong; its value is not repeated
 */
export function settingsOfShell(): Record<string, string> {
  const names = Object.keys(process.env).filter(isVariableOfFunctions);
  const settings = Object.fromEntries(names.map((name) => [name, process.env[name] ?? ""]));
  const { complaints } = readSettings(settings);
  valuesOf(settings, AGENT_VARIABLES, complaints);
  const [first] = complaints;
  if (first)
    throw new UsageError(first.replace(/the default is used$/, "correct it in the shell, or unset it"));
  return settings;
}
