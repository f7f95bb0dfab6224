import { asText } from "../../src/runtime/tolerant.ts";
import type { Generation } from "../build/generation.ts";
import type { FunctionsApi } from "./functions-api.ts";
import { type FunctionV2, functionNamed } from "./functions-v2.ts";
import { type Lambda, lambdaNamed } from "./lambdas.ts";

/** Environment variables by name; the platform keeps texts. */
export type Variables = Record<string, unknown>;

/** A function as an account has it now, in the terms that both generations share. */
export type Installed = {
  uuid: string;
  name: string;
  description: string;
  code: string;
  variables: Variables;
  /** As LivePerson calls it, such as `Productive`; `""` where V2 does not tell. */
  state: string;
};

/** The account's function of this name, if there is one. */
export async function installed(
  api: FunctionsApi,
  generation: Generation,
  name: string,
): Promise<Installed | undefined> {
  if (generation === "v1") {
    const lambda = await lambdaNamed(api, name);
    return lambda && installedV1(lambda);
  }
  const found = await functionNamed(api, name);
  return found && installedV2(found, name);
}

/** A function of V1 in those terms. */
export function installedV1({ uuid, name, description, state, implementation }: Lambda): Installed {
  const { code, environmentVariables } = implementation ?? {};
  const variables = (environmentVariables ?? [])
    .filter(({ key }) => key !== "")
    .map(({ key, value }) => [key, value]);
  return {
    uuid,
    name,
    description: description ?? "",
    code: code ?? "",
    variables: Object.fromEntries(variables),
    state,
  };
}

/** A function of V2 in those terms. */
export function installedV2({ uuid, description, state, current }: FunctionV2, name: string): Installed {
  return {
    uuid,
    name,
    description: description ?? "",
    code: current.code ?? "",
    variables: current.environment ?? {},
    state: asText(state),
  };
}
