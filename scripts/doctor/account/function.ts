import { isDeployedV2 } from "../../account/deployments.ts";
import type { FunctionsApi } from "../../account/functions-api.ts";
import type { Installed } from "../../account/installed.ts";
import type { FunctionName } from "../../build/functions.ts";
import type { Generation } from "../../build/generation.ts";
import { type Check, failed, ok, skipped, warning } from "../check.ts";
import { examineCode } from "../code.ts";
import { WHERE_TO_PASTE } from "../where-to-fix.ts";
import type { Expected } from "./setup.ts";
import { looked } from "./unseen.ts";
import { examineSetVariables } from "./variables.ts";

/** What needs the function. */
export const FUNCTION_CHECKS = ["code", "deployment", "variables"] as const;

/** Where a function is to be, and of which file. */
type Place = { generation: Generation; name: string; file: FunctionName };

/**
 * Looks at the bot's function as the account has it.
 *
 * @param found the check that names why it was not found out, if so
 */
export async function* examineFunction(
  found: Installed | Check | undefined,
  api: FunctionsApi,
  place: Place,
  { checksums, environment }: Expected,
): AsyncGenerator<Check> {
  const { name, generation } = place;
  if (!found || !("code" in found)) {
    yield found ?? failed("function", `there is none named ${name}`, `${whereToCreate(place)}`);
    for (const check of FUNCTION_CHECKS) yield skipped(check, "needs the function");
    return;
  }
  yield ok("function", `${name} is there`);
  yield await examineCode(
    "code",
    found.code,
    checksums,
    { generation, name: place.file },
    whereToPaste(place),
  );
  yield* await looked(
    "deployment",
    () => examineDeployment("deployment", found, api, place),
    `In LivePerson Functions: look at the state of ${name}.`,
  );
  yield* examineSetVariables(found.variables, environment, name);
}

/** Looks whether a function is deployed, as it is now. */
export async function examineDeployment(
  check: string,
  { uuid, state }: Installed,
  api: FunctionsApi,
  { name, generation }: Place,
): Promise<Check> {
  const isDeployed =
    generation === "v1" ? /^(Productive|Modified)$/.test(state) : await isDeployedV2(api, uuid);
  const remedy = `In LivePerson Functions: open ${name}, and click Deploy.`;
  if (!isDeployed) return failed(check, `${name} is not deployed${state && ` (${state})`}`, remedy);
  if (state === "Modified")
    return warning(
      check,
      `${name} was changed after it was deployed: what runs is older than what is seen`,
      remedy,
    );
  return ok(check, `${name} is deployed`);
}

/** How the right code comes into a function that is there. */
export function whereToPaste(place: Place): string {
  return `${WHERE_TO_PASTE} ${commandOf(place)} What --backup has kept goes back with --rollback FILE --deploy.`;
}

function whereToCreate(place: Place): string {
  return `In LivePerson Functions: create it, as dist/README.md says, or give its name with --name. ${commandOf(place)}`;
}

function commandOf({ name, generation, file }: Place): string {
  const named = name === file ? "" : ` --name ${name}`;
  return `Or: npm run import -- --generation ${generation} --function ${file}${named} --deploy.`;
}
