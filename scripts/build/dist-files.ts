import { deskFiles } from "./desk.ts";
import { type Package, packageFiles } from "./package-files.ts";

/** All that a build makes, in memory: the functions with their packages, and the desk; by path in `dist`. */
export async function distFiles(): Promise<Package> {
  const [{ files, bodies }, desk] = await Promise.all([packageFiles(), deskFiles()]);
  return { files: new Map([...files, ...desk]), bodies };
}
