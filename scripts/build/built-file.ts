import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Body } from "../../esbuild.config.ts";
import { CommandFailure } from "../kit/command.ts";
import type { Generation } from "./generation.ts";
import { functionPath, type Package, packageFiles } from "./package-files.ts";
import { overBudget, sizesOf } from "./size-budget.ts";

/** Where the file to paste is. */
export function builtFilePath(generation: Generation): string {
  return join(import.meta.dirname, "../../dist", functionPath(generation));
}

/** The text of the file to paste, as it was built last. */
export function builtFile(generation: Generation): string {
  return readFileSync(builtFilePath(generation), "utf8");
}

let fresh: Promise<Package> | undefined;

/**
 * The text of the file to paste, as the source makes it now. It is built in memory, once a process; nothing is written.
 *
 * @throws {CommandFailure} when it is too long to be deployed
 */
export async function freshFile(generation: Generation): Promise<string> {
  fresh ??= packageFiles();
  const { files, body } = await fresh;
  const code = files.get(functionPath(generation)) ?? "";
  refuseTooLong(code, body);
  return code;
}

/** @throws {CommandFailure} when the file, or a part of it, is over its budget */
export function refuseTooLong(code: string, body: Body): void {
  const over = overBudget(sizesOf(code, body));
  if (over.length > 0)
    throw new CommandFailure(`The function is too long to be deployed: ${over.join("; ")}`);
}
