import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What a build owns in `dist`. What people write for those who deploy stands beside it. */
const BUILT_FOLDERS = ["v1", "v2", "desk"];

/** Writes the built files, by their path in `dist`; of an earlier build nothing is left. */
export function writeDist(dist: string, files: ReadonlyMap<string, string>): void {
  for (const folder of BUILT_FOLDERS) rmSync(join(dist, folder), { recursive: true, force: true });
  for (const [path, content] of files) {
    const target = join(dist, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}
