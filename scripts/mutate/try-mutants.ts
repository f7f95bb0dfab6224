import { join } from "node:path";
import type { Stryker } from "@stryker-mutator/core";
import { CommandFailure } from "../kit/command.ts";
import { pathFromTop } from "./files.ts";

/** One small change of the code, and what came of it; paths are from the project's top, lines and columns count from 1. */
export type Mutant = Pick<
  Awaited<ReturnType<Stryker["runMutationTest"]>>[number],
  "fileName" | "location" | "replacement" | "mutatorName" | "status" | "static"
>;

/**
 * Changes the files in every way that Stryker knows, one at a time, and runs the tests that come by.
 *
 * @param files paths from the project's top
 * @param options how many are tried at the same time; whether what runs when a file is loaded is left out
 * @throws {CommandFailure} when the tests fail without any change
 */
export async function tryMutants(
  files: string[],
  options: { concurrency: number; ignoreStatic: boolean },
): Promise<Mutant[]> {
  // Loaded late: --help needs none of it.
  const { Stryker } = await import("@stryker-mutator/core");
  const configFile = join(import.meta.dirname, "../../test/stryker.config.mjs");
  try {
    const mutants = await new Stryker({ configFile, mutate: files, ...options }).runMutationTest();
    return mutants.map((mutant) => ({ ...mutant, fileName: pathFromTop(mutant.fileName) }));
  } catch (error) {
    const [what] = (error as Error).message.split("\n");
    throw new CommandFailure(`Stryker gave up: ${what} Do the tests of src pass without it?`);
  }
}
