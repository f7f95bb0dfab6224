import * as z from "zod";
import { isDeployedV2 } from "../account/deployments.ts";
import { type FunctionsApi, path } from "../account/functions-api.ts";
import type { Generation } from "../build/generation.ts";

/** What a deployment that has started is answered with: a message, the deployment itself, or nothing but such a status. */
const started = z
  .union([z.looseObject({ message: z.string() }), z.looseObject({ functionUuid: z.string() })])
  .optional();

/** Starts the deployment of a function, the first or a further one; V2 tells the two apart. */
export async function deploy(api: FunctionsApi, generation: Generation, uuid: string): Promise<void> {
  const isFurther = generation === "v2" && (await isDeployedV2(api, uuid));
  await api.call(isFurther ? "PATCH" : "POST", path`/deployments/${uuid}`, started);
}
