import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { checksumsIn, DIST } from "../build/built-dist.ts";
import type { Checksums } from "../build/checksums.ts";
import { FUNCTION_NAMES, FUNCTIONS } from "../build/functions.ts";
import { GENERATIONS, type Generation } from "../build/generation.ts";
import { functionPath } from "../build/package-files.ts";
import { characters } from "../build/size-budget.ts";
import { CommandFailure } from "../kit/command.ts";
import { grouped } from "../kit/terminal.ts";
import { type Check, failed, ok, skipped } from "./check.ts";
import { examineCode } from "./code.ts";
import { examineSize, PLATFORM_LIMIT } from "./sizes.ts";
import { WHERE_TO_PASTE } from "./where-to-fix.ts";

const WHERE_TO_BUILD = "Build it again, npm run build, or take dist from the last commit.";

/** What is known of the builds so far; nothing, where `checksums.json` is missing or damaged. */
export function knownBuilds(dist: string): Checksums {
  try {
    return checksumsIn(dist);
  } catch (error) {
    if (error instanceof CommandFailure) return {};
    throw error;
  }
}

/** Looks at the files to paste, of both generations: length, version, and whether they are as they were built. */
export async function* examineDist(dist = DIST): AsyncGenerator<Check> {
  const known = knownBuilds(dist);
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
  const judged = await examineCode(check, code, knownBuilds(dist), { ...(name && { name }) }, WHERE_TO_PASTE);
  return { ...judged, finding: `${basename(file)}: ${judged.finding}` };
}
