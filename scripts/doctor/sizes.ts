import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { GENERATIONS } from "../build/generation.ts";
import { functionPath } from "../build/package-files.ts";
import { CHARACTER_LIMIT, characters } from "../build/size-budget.ts";
import { grouped } from "../kit/terminal.ts";
import { type Check, failed, ok, warning } from "./check.ts";

/** More characters than this LivePerson does not take. */
const PLATFORM_LIMIT = 100_000;

/** Looks at the files to paste, of both generations. */
export function examineSizes(dist = join(import.meta.dirname, "../../dist")): Check[] {
  return GENERATIONS.map((generation) => {
    const name = `dist/${generation}`;
    const file = functionPath(generation);
    if (!existsSync(join(dist, file))) {
      return failed(name, `dist/${file} is missing`, "Build it: npm run build.");
    }
    const size = characters(readFileSync(join(dist, file), "utf8"));
    const finding = `${grouped(size)} characters; LivePerson takes ${grouped(PLATFORM_LIMIT)}`;
    if (size > PLATFORM_LIMIT)
      return failed(name, finding, "Take out what was added, and build it again: npm run build.");
    if (size > CHARACTER_LIMIT) {
      return warning(
        name,
        finding,
        `The build stops above ${grouped(CHARACTER_LIMIT)}: this file was changed by hand, or the build failed.`,
      );
    }
    return ok(name, finding);
  });
}
