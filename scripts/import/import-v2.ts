import * as z from "zod";
import { Refused } from "./answer.ts";
import { changed, type FunctionsApi, path, uuid } from "./functions-api.ts";
import { type Imported, isKept, NotKept, oneNamed } from "./imported.ts";
import type { PackageV2 } from "./package.ts";

/** One version of a function's code and variables. */
const manifest = z.looseObject({
  id: z.union([z.string(), z.number()]),
  version: z.number(),
  code: z.string().nullish(),
  environment: z.record(z.string(), z.unknown()).nullish(),
});

type Manifest = z.infer<typeof manifest>;

const metadata = z.array(z.looseObject({ uuid, name: z.string() }));
const created = z.looseObject({ uuid, manifest });
const described = z.looseObject({
  uuid,
  description: z.string().nullish(),
  skills: z.array(z.unknown()).nullish(),
});

/** A whole function: all its versions, in no certain order, or the one it has. */
const whole = z.union([
  described
    .extend({ versions: z.array(manifest).min(1) })
    .transform(({ versions, ...one }) => ({ ...one, current: newest(versions) })),
  described.extend({ manifest }).transform(({ manifest, ...one }) => ({ ...one, current: manifest })),
]);

function newest(versions: Manifest[]): Manifest {
  return versions.reduce((latest, one) => (one.version > latest.version ? one : latest));
}

/** Creates the function of V2, or updates the one of its name; V2 takes metadata and manifest in two calls. */
export async function importV2(api: FunctionsApi, content: PackageV2): Promise<Imported> {
  const known = oneNamed(content.name, await api.call("GET", path`/functions`, metadata));
  const uuid = known ? await update(api, known.uuid, content) : await create(api, content);
  const { current, description } = await functionOf(api, uuid);
  if (!isKept(content.manifest.code, current.code) || !isKept(content.description, description))
    throw new NotKept(content.name);
  return { uuid, isNew: !known };
}

async function create(api: FunctionsApi, { manifest, ...metadata }: PackageV2): Promise<string> {
  const { uuid, manifest: empty } = await api.call("POST", path`/functions`, created, metadata);
  await putManifest(api, uuid, { ...manifest, id: empty.id, version: empty.version });
  return uuid;
}

async function update(api: FunctionsApi, uuid: string, content: PackageV2): Promise<string> {
  const { skills, current } = await functionOf(api, uuid);
  const { code, environment } = content.manifest;
  await unlessUnchanged(
    api.call("PUT", path`/functions/${uuid}`, changed, {
      description: content.description,
      ...(skills && { skills }),
    }),
  );
  await putManifest(api, uuid, { ...current, code, environment: { ...environment, ...current.environment } });
  return uuid;
}

function functionOf(api: FunctionsApi, uuid: string) {
  const shape = z.union([whole, z.tuple([whole]).transform(([one]) => one)]);
  return api.call(
    "GET",
    path`/functions/${uuid}`,
    shape.refine((one) => one.uuid === uuid),
  );
}

function putManifest(api: FunctionsApi, uuid: string, manifest: Record<string, unknown>): Promise<void> {
  return unlessUnchanged(api.call("PUT", path`/functions/${uuid}/manifest`, changed, manifest));
}

async function unlessUnchanged(call: Promise<unknown>): Promise<void> {
  await call.catch((error) => {
    if (!(error instanceof Refused && error.code === "com.liveperson.faas.function.unchanged")) throw error;
  });
}
