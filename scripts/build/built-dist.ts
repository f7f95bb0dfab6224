import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { CommandFailure } from "../kit/command.ts";
import { type Checksums, checksumsOf, readChecksums } from "./checksums.ts";
import { VERSION } from "./version.ts";

/** Where a build writes. */
export const DIST = join(import.meta.dirname, "../../dist");

/**
 * Lets a command go on that takes files of `dist`: each is there, and is what the last build has written.
 *
 * @param path of a file in `dist`, or what the paths of several begin with, such as `desk/`
 * @throws {CommandFailure} naming the first that is missing or was changed, and what to do
 */
export function requireBuilt(path: string, dist = DIST): void {
  const { [VERSION]: built = {} } = checksumsIn(dist);
  const files = Object.entries(built).filter(([file]) => file.startsWith(path));
  if (files.length === 0)
    throw new CommandFailure(`dist holds no build of ${VERSION}, the version of package.json; ${BUILD}`);
  for (const [file, checksum] of files) {
    if (!existsSync(join(dist, file))) throw new CommandFailure(`dist/${file} is missing; ${BUILD}`);
    const { [file]: found } = checksumsOf(new Map([[file, readFileSync(join(dist, file), "utf8")]]));
    if (!isDeepStrictEqual(found, checksum))
      throw new CommandFailure(`dist/${file} is not as it was built; ${BUILD}`);
  }
}

const BUILD = "make it with: npm run build";

/**
 * What the builds so far have written; nothing, where there is no such file.
 *
 * @throws {CommandFailure} when it is damaged
 */
export function checksumsIn(dist: string): Checksums {
  const file = join(dist, "checksums.json");
  const known = readChecksums(existsSync(file) ? readFileSync(file, "utf8") : "{}");
  if (known) return known;
  throw new CommandFailure(
    "dist/checksums.json is not as a build writes it: take it from the last commit, and build",
  );
}
