import * as z from "zod";
import { type FunctionsApi, path, uuid } from "./functions-api.ts";
import { oneNamed } from "./one-named.ts";

const variable = z.looseObject({ key: z.string() });

/** Environment variables, as Functions V1 list them; LivePerson's sign for none is one with an empty key. */
export type VariablesV1 = Array<z.infer<typeof variable>>;

/** A function of V1 as the account shows it. */
const lambda = z.looseObject({
  uuid,
  version: z.number(),
  /** `Draft`, `Productive`, `Modified` (since it was deployed) or `Marked Undeployed`. */
  state: z.string(),
  name: z.string(),
  description: z.string().nullish(),
  implementation: z
    .looseObject({ code: z.string().nullish(), environmentVariables: z.array(variable).nullish() })
    .nullish(),
});

/** A function of V1. */
export type Lambda = z.infer<typeof lambda>;

/** The account's function of V1 of this name, if there is one. */
export async function lambdaNamed(api: FunctionsApi, name: string): Promise<Lambda | undefined> {
  return oneNamed(name, await api.call("GET", path`/lambdas?name=${name}`, z.array(lambda)));
}
