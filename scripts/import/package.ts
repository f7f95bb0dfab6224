import * as z from "zod";
import type { Generation } from "../build/generation.ts";
import { UsageError } from "../kit/command.ts";
import { nearest } from "../kit/nearest.ts";
import { readJsonFile } from "../kit/read-file.ts";

/** What LivePerson takes as the name of a function. */
const name = z.string().regex(/^\w{1,50}$/);
const description = z.string();

const variables = z.array(z.looseObject({ key: z.string(), value: z.string() }));
const implementation = z.looseObject({ code: z.string(), environmentVariables: variables.default([]) });
const packageV1 = z.looseObject({ name, description, implementation });

const environment = z.record(z.string(), z.string()).default({});
const manifest = z.looseObject({ code: z.string(), environment });
const packageV2 = z.looseObject({ name, description, manifest });

const anyPackage = z.discriminatedUnion("generation", [
  z.object({ generation: z.literal("v1"), content: packageV1 }),
  z.object({ generation: z.literal("v2"), content: packageV2 }),
]);

/** The function as the REST API of V1 takes it. */
export type PackageV1 = z.infer<typeof packageV1>;

/** The function as the REST API of V2 takes it: metadata first, then the manifest. */
export type PackageV2 = z.infer<typeof packageV2>;

/** A package, and the generation that takes it. */
export type Package = z.infer<typeof anyPackage>;

/**
 * Reads the JSON package of a function.
 *
 * @throws {UsageError} for a file that cannot be read, or that another generation takes
 */
export function readPackage(file: string, generation: Generation): Package {
  const content = readJsonFile(file);
  const read = anyPackage.safeParse({ generation, content });
  if (read.success) return read.data;
  const other = generation === "v1" ? "v2" : "v1";
  const is = `${file} is no package for Functions ${generation.toUpperCase()}`;
  if (anyPackage.safeParse({ generation: other, content }).success)
    throw new UsageError(`${is}, but for ${other.toUpperCase()}; call with --generation ${other}`);
  const [, ...place] = read.error.issues[0]?.path ?? [];
  const what =
    place.length === 0 ? "" : `: its ${place.join(".")} is missing or wrong${keyMeant(content, place)}`;
  throw new UsageError(`${is}${what}`);
}

/** The key that stands in the file where another should, when their names are near. */
function keyMeant(content: unknown, place: readonly PropertyKey[]): string {
  const around = place.slice(0, -1).reduce((outer, key) => Object(outer)[key], content);
  const right = String(place.at(-1));
  const written = Object.keys(Object(around));
  const wrong = written.includes(right) ? "" : nearest(right, written);
  return wrong === "" ? "" : `; ${wrong} stands there instead`;
}

/**
 * A package whose function has another name in the account: a second one of the same file, or one for trying out.
 *
 * @throws {UsageError} for a name that LivePerson does not take
 */
export function named(ours: Package, other: string): Package {
  if (!name.safeParse(other).success)
    throw new UsageError("--name must be 1 to 50 letters, digits and _, as LivePerson takes them");
  return ours.generation === "v1"
    ? { ...ours, content: { ...ours.content, name: other } }
    : { ...ours, content: { ...ours.content, name: other } };
}
