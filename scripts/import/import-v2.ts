import * as z from "zod";
import { Refused } from "../account/answer.ts";
import { changed, type FunctionsApi, path, uuid } from "../account/functions-api.ts";
import { type FunctionV2, functionNamed, functionOf, manifest } from "../account/functions-v2.ts";
import { installedV2, type Variables } from "../account/installed.ts";
import type { Change } from "./change.ts";
import { type Imported, isKept, NotKept } from "./imported.ts";
import type { PackageV2 } from "./package.ts";

const created = z.looseObject({ uuid, manifest });

/** Creates the function of V2, or updates the one of its name; V2 takes metadata and manifest in two calls. */
export async function importV2(api: FunctionsApi, content: PackageV2, change: Change): Promise<Imported> {
  const { name, description } = content;
  const { code, environment } = content.manifest;
  const existing = await functionNamed(api, name);
  const found = existing && installedV2(existing, name);
  const variables = found ? change.variables(found.variables, environment) : environment;
  change.before(found, { name, description, code, variables });
  const uuid = existing ? await update(api, existing, content, variables) : await create(api, content);
  const shown = await functionOf(api, uuid);
  if (!isKept(code, shown.current.code) || !isKept(description, shown.description)) throw new NotKept(name);
  return { uuid, isNew: !existing };
}

async function create(api: FunctionsApi, { manifest, ...metadata }: PackageV2): Promise<string> {
  const { uuid, manifest: empty } = await api.call("POST", path`/functions`, created, metadata);
  await putManifest(api, uuid, { ...manifest, id: empty.id, version: empty.version });
  return uuid;
}

async function update(
  api: FunctionsApi,
  { uuid, skills, current }: FunctionV2,
  { description, manifest: { code } }: PackageV2,
  environment: Variables,
): Promise<string> {
  const metadata = { description, ...(skills && { skills }) };
  await unlessUnchanged(api.call("PUT", path`/functions/${uuid}`, changed, metadata));
  await putManifest(api, uuid, { ...current, code, environment });
  return uuid;
}

function putManifest(api: FunctionsApi, uuid: string, manifest: Record<string, unknown>): Promise<void> {
  return unlessUnchanged(api.call("PUT", path`/functions/${uuid}/manifest`, changed, manifest));
}

async function unlessUnchanged(call: Promise<unknown>): Promise<void> {
  await call.catch((error) => {
    if (!(error instanceof Refused && error.code === "com.liveperson.faas.function.unchanged")) throw error;
  });
}
