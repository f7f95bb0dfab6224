import { readFileSync } from "node:fs";
import type { Generation } from "../build/generation.ts";
import { UsageError } from "../kit/command.ts";

/** The function as the REST API of V1 takes it. */
export type PackageV1 = {
  name: string;
  description: string;
  implementation: {
    code: string;
    dependencies: unknown[];
    environmentVariables: Array<{ key: string; value: string }>;
  };
  [key: string]: unknown;
};

/** The function as the REST API of V2 takes it: metadata first, then the manifest. */
export type PackageV2 = {
  name: string;
  description: string;
  eventId: string;
  manifest: { version: number; code: string; environment: Record<string, string> };
};

/**
 * Reads the JSON package of a function.
 *
 * @throws {UsageError} for a file that cannot be read, or that another generation takes
 */
export function readPackage(file: string, generation: Generation): unknown {
  const content = parsePackage(file);
  const holder = generation === "v1" ? content?.implementation : content?.manifest;
  if (typeof content?.name !== "string" || typeof holder?.code !== "string")
    throw new UsageError(`${file} is no package for Functions ${generation.toUpperCase()}`);
  return content;
}

function parsePackage(file: string): Partial<PackageV1 & PackageV2> | null {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new UsageError(`${file} cannot be read as a package: ${(error as Error).message}`);
  }
}
