import * as z from "zod";
import { type FunctionsApi, path } from "./functions-api.ts";

const deployments = z.array(z.looseObject({ functionUuid: z.string() }));

/** Whether a function of V2 has been deployed; V1 says it in the function's own state. */
export async function isDeployedV2(api: FunctionsApi, uuid: string): Promise<boolean> {
  const known = await api.call("GET", path`/deployments`, deployments);
  return known.some(({ functionUuid }) => functionUuid === uuid);
}
