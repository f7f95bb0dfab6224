import type { Generation } from "../../build/generation.ts";
import { Chance } from "../../kit/chance.ts";
import { fetchInMemory, type Respond, toolbeltV1InMemory } from "../../stand-ins/functions/in-memory.ts";
import { type LoadedFunction, loadFunction } from "../../stand-ins/functions/load-function.ts";
import { toolbeltV2 } from "../../stand-ins/functions/toolbelt.ts";
import { ScriptedClinc } from "./clinc.ts";
import { ContextLine } from "./context-line.ts";
import { type Keeping, RECORD } from "./keeping.ts";

/** Instances of the function in one account, and what they reach. */
export type Account = {
  instances: readonly LoadedFunction[];
  clinc: ScriptedClinc;
  /** Only where a record is kept. */
  contextLine: ContextLine | undefined;
  /** Takes the account's network away. */
  close: () => void;
};

const CLINC_HOST = "api.clinc.example";
const SECRETS = { clinc_host: CLINC_HOST, clinc_app_key: "an-app-key" };

/** A channel with numbered lists and with private messages. */
const ENVIRONMENT = { CHANNEL: "sms", TRANSFER_SKILL: "desk", AGENT_DETAILS: "account" };

/** Deploys a built file and starts so many instances of it. */
export async function openAccount(
  generation: Generation,
  code: string,
  count: number,
  { service }: Keeping,
  seed: number,
): Promise<Account> {
  const clinc = new ScriptedClinc();
  const contextLine = service && new ContextLine(service.start(), service.line, new Chance(seed));
  const respond: Respond = (request) =>
    new URL(request.url).host === CLINC_HOST || !contextLine
      ? clinc.respond(request)
      : contextLine.respond(request);
  const secrets = { ...SECRETS, ...(contextLine && RECORD.secrets) };
  const environment = { ...ENVIRONMENT, ...(contextLine && RECORD.environment) };
  const close = fetchInMemory(respond);
  const instances: LoadedFunction[] = [];
  while (instances.length < count) {
    const toolbelt = generation === "v1" ? toolbeltV1InMemory(secrets, respond) : toolbeltV2(secrets);
    instances.push(await loadFunction(generation, code, toolbelt, environment));
  }
  return { instances, clinc, contextLine, close };
}
