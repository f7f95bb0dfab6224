import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { CommandFailure } from "../kit/command.ts";
import { checksumsIn } from "./built-dist.ts";
import { type Checksums, checksumsOf, withVersion } from "./checksums.ts";

/**
 * Lets files be built under a version, or refuses to.
 *
 * A version names certain bytes, so that a bank can tell which it has pasted. Work on a version takes many builds and
 * more than one commit: as long as its heading in `CHANGELOG.md` says "(unreleased)", each of them may change `dist`
 * under the same version. Whoever takes the word away releases the version. From then on its checksums stand, and
 * nothing else is built under its name: the version moves with the first change of `dist` after a release.
 *
 * Git and its tags have no say in it: a copy of the project without its history knows as well what is released.
 *
 * @param dist the folder with `CHANGELOG.md` and `checksums.json`; the latter may be missing
 * @param files all that a build has made, by their path in `dist`
 * @returns the text of `checksums.json` with these files in it
 * @throws {CommandFailure} saying what to do, when the files are not to be built under this version
 */
export function checksumsAfter(dist: string, version: string, files: ReadonlyMap<string, string>): string {
  const known = checksumsIn(dist);
  const state = stateOf(version, readFileSync(join(dist, "CHANGELOG.md"), "utf8"));
  if (state === "unknown")
    throw new CommandFailure(
      `dist/CHANGELOG.md says nothing of ${version}: write there what an administrator would notice, below "## ${version} ${UNRELEASED}", and build`,
    );
  if (state === "released" && hasOthers(known[version], files))
    throw new CommandFailure(
      `${version} is released, and dist would change under it: raise the version in package.json, add a line to dist/CHANGELOG.md, and build`,
    );
  return withVersion(known, version, files);
}

const UNRELEASED = "(unreleased)";

function stateOf(version: string, changelog: string): "unknown" | "unreleased" | "released" {
  const lines = changelog.split(/\r?\n/);
  if (lines.includes(`## ${version} ${UNRELEASED}`)) return "unreleased";
  return lines.includes(`## ${version}`) ? "released" : "unknown";
}

function hasOthers(known: Checksums[string] | undefined, files: ReadonlyMap<string, string>): boolean {
  return known !== undefined && !isDeepStrictEqual(known, checksumsOf(files));
}
