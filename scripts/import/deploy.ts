import * as z from "zod";
import type { Generation } from "../build/generation.ts";
import { type FunctionsApi, path } from "./functions-api.ts";

const deployments = z.array(z.looseObject({ functionUuid: z.string() }));

/** What a deployment that has started is answered with: a message, the deployment itself, or nothing but such a status. */
const started = z
  .union([z.looseObject({ message: z.string() }), z.looseObject({ functionUuid: z.string() })])
  .optional();

/** Starts the deployment of a function, the first or a further one; V2 tells the two apart. */
export async function deploy(api: FunctionsApi, generation: Generation, uuid: string): Promise<void> {
  const known = generation === "v2" ? await api.call("GET", path`/deployments`, deployments) : [];
  const isDeployed = known.some(({ functionUuid }) => functionUuid === uuid);
  await api.call(isDeployed ? "PATCH" : "POST", path`/deployments/${uuid}`, started);
}
