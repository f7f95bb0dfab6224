import type { FunctionsApi } from "../account/functions-api.ts";
import { type Change, kept } from "./change.ts";
import { deploy } from "./deploy.ts";
import { importV1 } from "./import-v1.ts";
import { importV2 } from "./import-v2.ts";
import type { Imported } from "./imported.ts";
import type { Package } from "./package.ts";

/**
 * Brings a function into the account behind an API, and deploys it where that is wanted.
 *
 * @param change keeps the variables of a function that is there, unless told otherwise
 * @throws {CommandFailure} as soon as something is not as it should be; nothing is deployed then
 */
export async function bringIn(
  api: FunctionsApi,
  { generation, content }: Package,
  { deploys, variables = kept, before = () => {} }: Partial<Change> & Pick<Change, "deploys">,
): Promise<Imported> {
  const change = { deploys, variables, before };
  const imported =
    generation === "v1" ? await importV1(api, content, change) : await importV2(api, content, change);
  if (deploys) await deploy(api, generation, imported.uuid);
  return imported;
}
