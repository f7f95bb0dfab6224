import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type Checksums, readChecksums } from "../build/checksums.ts";
import { FUNCTION_NAMES, FUNCTIONS } from "../build/functions.ts";
import { GENERATIONS, type Generation } from "../build/generation.ts";
import { functionPath } from "../build/package-files.ts";
import { characters } from "../build/size-budget.ts";
import { grouped } from "../kit/terminal.ts";
import { type Check, failed, ok, skipped } from "./check.ts";
import { examineCode } from "./code.ts";
import { examineSize, PLATFORM_LIMIT } from "./sizes.ts";
import { WHERE_TO_PASTE } from "./where-to-fix.ts";

const WHERE_TO_BUILD = "Build it again, npm run build, or take dist from the last commit.";

/** The folder of this project's built files. */
export const DIST = join(import.meta.dirname, "../../dist");

/** The checksums of a `dist`; none where there is no such file, or not as a build writes it. */
export function checksumsIn(dist: string): Checksums {
  const file = join(dist, "checksums.json");
  return (existsSync(file) ? readChecksums(readFileSync(file, "utf8")) : undefined) ?? {};
}

/** Looks at the files to paste, of both generations: length, version, and whether they are as they were built. */
export async function* examineDist(dist = DIST): AsyncGenerator<Check> {
  const known = checksumsIn(dist);
  const isKnown = Object.keys(known).length > 0;
  if (!isKnown)
    yield failed("dist", "checksums.json is missing, or not as a build writes it", WHERE_TO_BUILD);
  for (const generation of GENERATIONS)
    yield isKnown
      ? await builtFiles(generation, dist, known)
      : skipped(`dist/${generation}`, "needs checksums.json");
}

/** One check for both functions: the first that is not well is named. */
async function builtFiles(generation: Generation, dist: string, known: Checksums): Promise<Check> {
  const check = `dist/${generation}`;
  const sizes: string[] = [];
  for (const name of FUNCTION_NAMES) {
    const path = functionPath(generation, name);
    if (!existsSync(join(dist, path))) return failed(check, `dist/${path} is missing`, WHERE_TO_BUILD);
    const code = readFileSync(join(dist, path), "utf8");
    const judged = [
      examineSize(check, code),
      await examineCode(check, code, known, { generation, name }, WHERE_TO_BUILD),
    ];
    const bad = judged.find(({ status }) => status !== "ok");
    if (bad) return { ...bad, finding: `${name}: ${bad.finding}` };
    sizes.push(`${name} ${grouped(characters(code))}`);
  }
  const [version] = Object.keys(known);
  const finding = `version ${version}, unchanged; ${sizes.join(" and ")} of ${grouped(PLATFORM_LIMIT)} characters`;
  return ok(check, finding);
}

/**
 * Looks at a file that somebody copied out of LivePerson Functions, or is about to paste there.
 *
 * @param file its path, as the user gave it
 */
export async function examineFile(file: string, dist = DIST): Promise<Check> {
  const check = "file";
  if (!existsSync(file)) return failed(check, `${file} is not there`, "Correct --file.");
  const code = readFileSync(file, "utf8");
  const name = FUNCTION_NAMES.find((one) => code.includes(`${FUNCTIONS[one].global}.run(`));
  const judged = await examineCode(check, code, checksumsIn(dist), { ...(name && { name }) }, WHERE_TO_PASTE);
  return { ...judged, finding: `${basename(file)}: ${judged.finding}` };
}
