import type { Toolbelt } from "../../src/runtime/toolbelt.ts";
import { builtFile } from "../built-file.ts";
import type { Generation } from "../documentation.ts";
import { type LoadedFunction, loadFunction } from "./load-function.ts";
import { type Secrets, toolbeltV1, toolbeltV2 } from "./toolbelt.ts";

/**
 * Loads the built file of a generation into an account with these secrets, whose host of Clinc is an allowed domain.
 *
 * @param wrap what to put around the toolbelt
 */
export function loadBuilt(
  generation: Generation,
  secrets: Secrets,
  environment: Record<string, string>,
  wrap: (toolbelt: Toolbelt) => Toolbelt = (toolbelt) => toolbelt,
): Promise<LoadedFunction> {
  const address = `https://${String(secrets.clinc_host).replace(/^https?:\/\//, "")}`;
  // A host that is none is for the function to name, as it would on the platform.
  const allowed = URL.canParse(address) ? [new URL(address).hostname] : [];
  const toolbelt = generation === "v1" ? toolbeltV1(secrets, allowed) : toolbeltV2(secrets);
  return loadFunction(generation, builtFile(generation), wrap(toolbelt), environment);
}
