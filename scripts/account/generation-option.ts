import { GENERATIONS, type Generation } from "../build/generation.ts";
import { UsageError } from "../kit/command.ts";

/**
 * The value of `--generation`.
 *
 * @throws {UsageError} where it is none
 */
export function generationOption(given: string | undefined): Generation {
  const generation = GENERATIONS.find((one) => one === given);
  if (generation !== undefined) return generation;
  throw new UsageError(
    `--generation must be ${GENERATIONS.join(" or ")}; dist/README.md says how to see which the account has`,
  );
}
