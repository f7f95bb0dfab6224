import { readdirSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { UsageError } from "../kit/command.ts";
import { didYouMean } from "../kit/nearest.ts";

const ROOT = join(import.meta.dirname, "../..");
const FOLDERS = readdirSync(join(ROOT, "src")).filter((name) => !name.includes("."));

/** The path of a file from the project's top, with slashes on every system. */
export function pathFromTop(file: string): string {
  return relative(ROOT, file).split(sep).join("/");
}

/**
 * The files of code in a folder of `src`, as paths from the project's top.
 *
 * @param name `clinc`, `src/clinc`, or one file such as `src/clinc/ask.ts`
 * @throws {UsageError} when there is no such thing
 */
export function filesIn(name: string): string[] {
  const inside = name.replace(/^(\.\/)?src(\/|$)/, "");
  const path = join(ROOT, "src", inside);
  const stats = statSync(path, { throwIfNoEntry: false });
  const all = stats?.isDirectory()
    ? readdirSync(path, { recursive: true }).map((one) => join(path, String(one)))
    : [path];
  const code = all
    .map(pathFromTop)
    .filter((file) => file.startsWith("src/") && file.endsWith(".ts"))
    .sort();
  if (!stats || code.length === 0)
    throw new UsageError(`${name} is no folder of src with code${didYouMean(inside, FOLDERS)}`);
  return code;
}
