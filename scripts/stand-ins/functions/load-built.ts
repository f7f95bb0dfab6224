import { readSettings } from "../../../src/bot/settings.ts";
import { contextAddress } from "../../../src/record/place.ts";
import type { Toolbelt } from "../../../src/runtime/toolbelt.ts";
import { freshFile } from "../../build/built-file.ts";
import type { FunctionName } from "../../build/functions.ts";
import type { Generation } from "../../build/generation.ts";
import { type LoadedFunction, loadFunction } from "./load-function.ts";
import type { Secrets } from "./secrets.ts";
import { toolbeltV1, toolbeltV2 } from "./toolbelt.ts";

/**
 * Builds the file of a generation in memory, and loads instances of it into an account with these secrets, whose host of
 * Clinc is an allowed domain, and that of the records.
 *
 * @param count of V2's instances, which serve one request each; V1 has one, which serves many
 * @param secrets under their usual names; in the account they carry the prefix that the environment sets
 * @param options.wrap what to put around the toolbelt
 * @param options.name which function; the bot, where nothing is said
 */
export async function loadBuilt(
  generation: Generation,
  count: number,
  secrets: Secrets,
  environment: Record<string, string>,
  {
    wrap = (toolbelt) => toolbelt,
    name,
  }: { wrap?: (toolbelt: Toolbelt) => Toolbelt; name?: FunctionName } = {},
): Promise<LoadedFunction[]> {
  const address = `https://${String(secrets.clinc_host).replace(/^https?:\/\//, "")}`;
  const { CLINC_SECRET_PREFIX: prefix, CONTEXT_HOST } = readSettings(environment).settings;
  // A host that is none is for the function to name, as it would on the platform.
  const allowed = [address, contextAddress(CONTEXT_HOST) ?? ""].flatMap((one) =>
    URL.canParse(one) ? [new URL(one).hostname] : [],
  );
  const stored = Object.fromEntries(
    Object.entries(secrets).map(([name, value]) => [name.replace(/^clinc/, prefix), value]),
  );
  const toolbelt = wrap(generation === "v1" ? toolbeltV1(stored, allowed) : toolbeltV2(stored));
  const code = await freshFile(generation, name);
  const instances: LoadedFunction[] = [];
  do instances.push(await loadFunction(generation, code, toolbelt, environment));
  while (generation === "v2" && instances.length < count);
  return instances;
}
