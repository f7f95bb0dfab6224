import * as z from "zod";
import { type FunctionsApi, path, uuid } from "./functions-api.ts";
import { oneNamed } from "./one-named.ts";

/** One version of the code and variables of a function. */
export const manifest = z.looseObject({
  id: z.union([z.string(), z.number()]),
  version: z.number(),
  code: z.string().nullish(),
  environment: z.record(z.string(), z.unknown()).nullish(),
});

type Manifest = z.infer<typeof manifest>;

const metadata = z.array(z.looseObject({ uuid, name: z.string() }));
/** What the creation of a function is answered with: it, and its first, empty manifest. */
export const createdV2 = z.looseObject({ uuid, manifest });
const described = z.looseObject({
  uuid,
  description: z.string().nullish(),
  skills: z.array(z.unknown()).nullish(),
  state: z.string().nullish(),
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

/** A function of V2 with the newest of its versions as `current`. */
export type FunctionV2 = z.infer<typeof whole>;

/** The account's function of V2 of this name, if there is one. */
export async function functionNamed(api: FunctionsApi, name: string): Promise<FunctionV2 | undefined> {
  const known = oneNamed(name, await api.call("GET", path`/functions`, metadata));
  return known && functionOf(api, known.uuid);
}

/** The function of V2 with this UUID. */
export function functionOf(api: FunctionsApi, uuid: string): Promise<FunctionV2> {
  const shape = z.union([whole, z.tuple([whole]).transform(([one]) => one)]);
  return api.call(
    "GET",
    path`/functions/${uuid}`,
    shape.refine((one) => one.uuid === uuid),
  );
}
