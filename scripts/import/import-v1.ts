import type { FunctionsApi, Imported } from "./functions-api.ts";
import type { PackageV1 } from "./package.ts";

/** A function of V1 as the account has it. */
type LambdaV1 = PackageV1 & { uuid: string; state: string };

/** Creates the function of V1, or updates the one of its name; what is set in the account stays. */
export async function importV1(api: FunctionsApi, content: PackageV1): Promise<Imported> {
  const existing = await lambdaNamed(api, content.name);
  if (!existing) {
    const [runtime] = (await api.call("GET", "/runtimes")) as unknown[];
    const created = (await api.call("POST", "/lambdas", { ...content, runtime })) as
      | { uuid?: string }
      | undefined;
    return { uuid: created?.uuid ?? (await lambdaNamed(api, content.name))?.uuid ?? "", isNew: true };
  }
  const { uuid, version, name, eventId, runtime, createdBy, updatedBy, createdAt, updatedAt } = existing;
  await api.call("PUT", `/lambdas/${uuid}`, {
    ...{ uuid, version, name, eventId, runtime, createdBy, updatedBy, createdAt, updatedAt },
    state: existing.state === "Draft" ? "Draft" : "Modified",
    description: content.description,
    implementation: {
      ...content.implementation,
      environmentVariables: keptList(
        existing.implementation?.environmentVariables,
        content.implementation.environmentVariables,
      ),
    },
  });
  return { uuid, isNew: false };
}

async function lambdaNamed(api: FunctionsApi, name: string): Promise<LambdaV1 | undefined> {
  const found = await api.call("GET", `/lambdas?name=${encodeURIComponent(name)}`);
  return (found as LambdaV1[] | undefined)?.find((one) => one.name === name);
}

function keptList(
  set: PackageV1["implementation"]["environmentVariables"] = [],
  ours: typeof set,
): typeof set {
  const kept = set.filter(({ key }) => key !== "");
  return [...kept, ...ours.filter(({ key }) => !kept.some((one) => one.key === key))];
}
