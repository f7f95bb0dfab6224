import * as z from "zod";
import { changed, type FunctionsApi, path, uuid } from "./functions-api.ts";
import { type Imported, isKept, NotKept, oneNamed } from "./imported.ts";
import type { PackageV1 } from "./package.ts";

const variable = z.looseObject({ key: z.string() });

/** A function of V1 as the account shows it. */
const lambda = z.looseObject({
  uuid,
  version: z.number(),
  state: z.string(),
  name: z.string(),
  implementation: z
    .looseObject({ code: z.string().nullish(), environmentVariables: z.array(variable).nullish() })
    .nullish(),
});

type Lambda = z.infer<typeof lambda>;

const runtimes = z.array(z.looseObject({ uuid: z.string() })).min(1);

/** Creates the function of V1, or updates the one of its name; what is set in the account stays. */
export async function importV1(api: FunctionsApi, content: PackageV1): Promise<Imported> {
  const existing = await lambdaNamed(api, content.name);
  if (existing) await update(api, existing, content);
  else await create(api, content);
  const shown = await lambdaNamed(api, content.name);
  if (!shown || !isKept(content.implementation.code, shown.implementation?.code))
    throw new NotKept(content.name);
  return { uuid: shown.uuid, isNew: !existing };
}

async function lambdaNamed(api: FunctionsApi, name: string): Promise<Lambda | undefined> {
  return oneNamed(name, await api.call("GET", path`/lambdas?name=${name}`, z.array(lambda)));
}

async function create(api: FunctionsApi, content: PackageV1): Promise<void> {
  const [runtime] = await api.call("GET", path`/runtimes`, runtimes);
  await api.call("POST", path`/lambdas`, changed, { ...content, runtime });
}

async function update(api: FunctionsApi, existing: Lambda, content: PackageV1): Promise<void> {
  const { uuid, version, name, eventId, runtime, createdBy, updatedBy, createdAt, updatedAt } = existing;
  await api.call("PUT", path`/lambdas/${uuid}`, changed, {
    ...{ uuid, version, name, eventId, runtime, createdBy, updatedBy, createdAt, updatedAt },
    state: existing.state === "Draft" ? "Draft" : "Modified",
    description: content.description,
    implementation: {
      ...content.implementation,
      environmentVariables: keptList(
        existing.implementation?.environmentVariables ?? [],
        content.implementation.environmentVariables,
      ),
    },
  });
}

type Variables = Array<z.infer<typeof variable>>;

function keptList(set: Variables, ours: Variables): Variables {
  const kept = set.filter(({ key }) => key !== "");
  return [...kept, ...ours.filter(({ key }) => !kept.some((one) => one.key === key))];
}
