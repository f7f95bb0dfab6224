import { pause } from "../../../src/runtime/deadline.ts";
import { builtFile } from "../../build/built-file.ts";
import { VERSION } from "../../build/version.ts";
import type { Chance } from "../../kit/chance.ts";
import { MOCK_ACCOUNT, MOCK_CONTEXT_KEY } from "../../stand-ins/context-service/service.ts";
import { toolbeltV1InMemory } from "../../stand-ins/functions/in-memory.ts";
import { type LoadedFunction, loadFunction } from "../../stand-ins/functions/load-function.ts";
import { CLINC_HOST, invented } from "./platforms.ts";

/** The functions of the invented bank. */
export type Account = { bot: LoadedFunction; command: LoadedFunction };

/** The version that was there before. */
const BEFORE = "1.0.0";

const SECRETS = {
  ...{ clinc_host: CLINC_HOST, clinc_app_key: "an-app-key", clinc_context_key: MOCK_CONTEXT_KEY },
  clinc_assist_ai_version: "00000000-0000-4000-8000-000000000102",
};

/** Without `CHANNEL`: which values mean which channel is what the month's log is to tell. */
const ENVIRONMENT = { TRANSFER_SKILL: "human-agents", CONTEXT_ACCOUNT: MOCK_ACCOUNT };

/**
 * Loads the committed files.
 *
 * @returns the account before a deployment and after it; the version before is the same file under another number
 */
export async function openAccounts(chance: Chance): Promise<{ before: Account; after: Account }> {
  const toolbelt = toolbeltV1InMemory(SECRETS, invented(chance));
  const { readSecret } = toolbelt.SecretClient();
  const slow = {
    async readSecret(name: string) {
      await pause(chance.between(8, 60));
      return readSecret(name);
    },
  };
  const load = (code: string) =>
    loadFunction("v1", code, { ...toolbelt, SecretClient: () => slow }, ENVIRONMENT);
  const account = async (version: string): Promise<Account> => ({
    bot: await load(builtFile("v1").replaceAll(VERSION, version)),
    command: await load(builtFile("v1", "ClincAgent").replaceAll(VERSION, version)),
  });
  return { before: await account(BEFORE), after: await account(VERSION) };
}
