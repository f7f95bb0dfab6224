import { join } from "node:path";
import { generationOption } from "../account/generation-option.ts";
import { DIST, requireBuilt } from "../build/built-dist.ts";
import { FUNCTION_NAMES } from "../build/functions.ts";
import type { Generation } from "../build/generation.ts";
import { packagePath } from "../build/package-files.ts";
import { UsageError } from "../kit/command.ts";
import { didYouMean } from "../kit/nearest.ts";
import { type Backup, readBackup } from "./backup.ts";
import { named, type Package, readPackage } from "./package.ts";
import { packageOf } from "./rollback.ts";

/** What an import is called with. */
export type ImportCall = {
  generation?: string;
  function?: string;
  name?: string;
  deploy?: boolean;
  "dry-run"?: boolean;
  package?: string;
  backup?: string;
  rollback?: string;
  "domain-api": string;
};

/** What is brought in, and the backup that it comes from, if it is one. */
export type Task = { generation: Generation; packages: Package[]; saved?: Backup };

/**
 * What a call asks for. Nobody has been called yet.
 *
 * @throws {UsageError} for a wrong call, and for a file that is not what it should be
 */
export function taskOf(call: ImportCall): Task {
  return call.rollback === undefined ? importTask(call) : rollbackTask(call, call.rollback);
}

/** The built packages, or the one that is named, under its own name or another. */
function importTask(call: ImportCall): Task {
  const { function: chosen, package: file, name } = call;
  const generation = generationOption(call.generation);
  if (call.backup !== undefined && call["dry-run"])
    throw new UsageError(
      "--dry-run changes nothing, and so --backup has nothing to keep; leave one of them out",
    );
  const packages = packagesOf(generation, chosen, file, name);
  return { generation, packages: name === undefined ? packages : packages.map((ours) => named(ours, name)) };
}

function packagesOf(generation: Generation, chosen?: string, file?: string, name?: string): Package[] {
  const names = FUNCTION_NAMES.filter((one) => chosen === undefined || chosen === one);
  if (names.length === 0)
    throw new UsageError(
      `--function must be ${FUNCTION_NAMES.join(" or ")}${didYouMean(chosen ?? "", FUNCTION_NAMES)}`,
    );
  if (file !== undefined && chosen !== undefined)
    throw new UsageError("--package and --function exclude each other; leave one of them out");
  if (file !== undefined) return [readPackage(file, generation)];
  // One name is for one function.
  const wanted = name === undefined ? names : names.slice(0, 1);
  return wanted.map((one) => builtPackage(packagePath(generation, one), generation));
}

/** @throws {CommandFailure} when it is missing, or another than the build has written */
function builtPackage(path: string, generation: Generation): Package {
  requireBuilt(path);
  return readPackage(join(DIST, path), generation);
}

/** A backup knows generation and name. */
function rollbackTask(call: ImportCall, file: string): Task {
  if ([call.function, call.name, call.package].some((given) => given !== undefined) || call["dry-run"])
    throw new UsageError(
      "--rollback goes with --deploy and --backup alone, the file says the rest; leave the other options out",
    );
  const saved = readBackup(file);
  if (call.generation !== undefined && call.generation !== saved.generation)
    throw new UsageError(
      `--rollback: ${file} is of Functions ${saved.generation.toUpperCase()}; leave --generation out`,
    );
  return { generation: saved.generation, packages: [packageOf(saved)], saved };
}
