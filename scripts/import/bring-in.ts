import { deploy } from "./deploy.ts";
import type { FunctionsApi } from "./functions-api.ts";
import { importV1 } from "./import-v1.ts";
import { importV2 } from "./import-v2.ts";
import type { Imported } from "./imported.ts";
import type { Package } from "./package.ts";

/**
 * Brings a function into the account behind an API, and deploys it where that is wanted.
 *
 * @throws {CommandFailure} as soon as something is not as it should be; nothing is deployed then
 */
export async function bringIn(
  api: FunctionsApi,
  { generation, content }: Package,
  { deploys }: { deploys: boolean },
): Promise<Imported> {
  const imported = generation === "v1" ? await importV1(api, content) : await importV2(api, content);
  if (deploys) await deploy(api, generation, imported.uuid);
  return imported;
}
