import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Body, bundleBody } from "../../esbuild.config.ts";
import { CommandFailure } from "../kit/command.ts";
import { DIST, requireBuilt } from "./built-dist.ts";
import type { FunctionName } from "./functions.ts";
import type { Generation } from "./generation.ts";
import { functionPath, functionText } from "./package-files.ts";
import { overBudget, sizesOf } from "./size-budget.ts";

/** Where the file to paste is. */
export function builtFilePath(generation: Generation, name: FunctionName = "ClincBot"): string {
  return join(DIST, functionPath(generation, name));
}

/**
 * The text of the file to paste, as it was built last.
 *
 * @throws {CommandFailure} when it is missing, or was changed since
 */
export function builtFile(generation: Generation, name: FunctionName = "ClincBot"): string {
  requireBuilt(functionPath(generation, name));
  return readFileSync(builtFilePath(generation, name), "utf8");
}

const fresh = new Map<FunctionName, Promise<Body>>();

/** What the files of a function share, as the source makes it now. It is built in memory, once a process; nothing is written. */
export function freshBody(name: FunctionName): Promise<Body> {
  const body = fresh.get(name) ?? bundleBody(name);
  fresh.set(name, body);
  return body;
}

/**
 * The text of the file to paste, as the source makes it now.
 *
 * @throws {CommandFailure} when it is too long to be deployed
 */
export async function freshFile(generation: Generation, name: FunctionName = "ClincBot"): Promise<string> {
  const body = await freshBody(name);
  const code = functionText(generation, name, body);
  refuseTooLong(code, body, name);
  return code;
}

/** @throws {CommandFailure} when the file, or a part of it, is over its budget */
export function refuseTooLong(code: string, body: Body, name: FunctionName): void {
  const over = overBudget(sizesOf(code, body), name);
  if (over.length > 0) throw new CommandFailure(`${name} is too long to be deployed: ${over.join("; ")}`);
}
