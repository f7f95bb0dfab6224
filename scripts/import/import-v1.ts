import * as z from "zod";
import { changed, type FunctionsApi, path } from "../account/functions-api.ts";
import { installedV1, type Variables } from "../account/installed.ts";
import { type Lambda, lambdaNamed, type VariablesV1 } from "../account/lambdas.ts";
import type { Change } from "./change.ts";
import { type Imported, isKept, NotKept } from "./imported.ts";
import type { PackageV1 } from "./package.ts";

const runtimes = z.array(z.looseObject({ uuid: z.string() })).min(1);

/** LivePerson's sign for a function without variables. */
const NO_VARIABLES: VariablesV1 = [{ key: "", value: "" }];

/** Creates the function of V1, or updates the one of its name. */
export async function importV1(api: FunctionsApi, content: PackageV1, change: Change): Promise<Imported> {
  const { name, description, implementation } = content;
  const ours = Object.fromEntries(
    implementation.environmentVariables.map(({ key, value }) => [key, value] as const),
  );
  const existing = await lambdaNamed(api, name);
  const found = existing && installedV1(existing);
  const variables = found ? change.variables(found.variables, ours) : ours;
  change.before(found, { name, description, code: implementation.code, variables });
  if (existing) await update(api, existing, content, variables);
  else await create(api, content);
  const shown = await lambdaNamed(api, name);
  if (!shown || !isKept(implementation.code, shown.implementation?.code)) throw new NotKept(name);
  return { uuid: shown.uuid, isNew: !existing };
}

async function create(api: FunctionsApi, content: PackageV1): Promise<void> {
  const [runtime] = await api.call("GET", path`/runtimes`, runtimes);
  await api.call("POST", path`/lambdas`, changed, { ...content, runtime });
}

async function update(
  api: FunctionsApi,
  existing: Lambda,
  content: PackageV1,
  variables: Variables,
): Promise<void> {
  const { uuid, version, name, eventId, runtime, createdBy, updatedBy, createdAt, updatedAt } = existing;
  await api.call("PUT", path`/lambdas/${uuid}`, changed, {
    ...{ uuid, version, name, eventId, runtime, createdBy, updatedBy, createdAt, updatedAt },
    state: existing.state === "Draft" ? "Draft" : "Modified",
    description: content.description,
    implementation: {
      ...content.implementation,
      environmentVariables: listOf(variables, existing.implementation?.environmentVariables ?? []),
    },
  });
}

/** What else the account says of a variable is repeated. */
function listOf(variables: Variables, known: VariablesV1): VariablesV1 {
  const list = Object.entries(variables).map(([key, value]) => ({
    ...known.find((one) => one.key === key),
    key,
    value,
  }));
  return list.length > 0 ? list : NO_VARIABLES;
}
