import { readdirSync, readFileSync } from "node:fs";
import { join, posix, relative, sep } from "node:path";

/** The text of each file, by its path from the top folder, with `/` everywhere. */
export type Sources = ReadonlyMap<string, string>;

/** What one line of a file imports. */
export type Import = {
  file: string;
  line: number;
  /** A path from the top folder, or the name of a package as it is written. */
  target: string;
  isTypeOnly: boolean;
  /** A file of this project with code in it, no package and no data. */
  isOwn: boolean;
};

const CODE = /\.[cm]?[jt]s$/;
const root = join(import.meta.dirname, "../..");

/** The TypeScript and JavaScript files below some folders. */
export function sourcesOf(...folders: readonly string[]): Sources {
  const paths = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && CODE.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/")),
  );
  return new Map(paths.map((path) => [path, readFileSync(join(root, path), "utf8")]));
}

/** Imports and exports of other files stand at the start of a line, as the formatter leaves them, or are called. */
const IMPORT = /^(?:import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s+)?"([^"]+)"|\bimport\("([^"]+)"\)/gm;

/** Everything that a file imports, in its order. */
export function importsIn(file: string, text: string): Import[] {
  return [...text.matchAll(IMPORT)].map(({ index, 1: type, 2: named, 3: called }) => {
    const written = named ?? called ?? "";
    return {
      file,
      line: text.slice(0, index).split("\n").length,
      target: written.startsWith(".") ? posix.join(posix.dirname(file), written) : written,
      isTypeOnly: type !== undefined,
      isOwn: written.startsWith(".") && CODE.test(written),
    };
  });
}
