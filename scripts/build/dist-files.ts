import { deskFiles } from "./desk.ts";
import { type Package, packageFiles } from "./package-files.ts";
import { widgetFiles } from "./widget.ts";

/** All that a build makes, in memory: the functions with their packages, the desk, and its widget; by path in `dist`. */
export async function distFiles(): Promise<Package> {
  const [{ files, bodies }, desk, widget] = await Promise.all([packageFiles(), deskFiles(), widgetFiles()]);
  return { files: new Map([...files, ...desk, ...widget]), bodies };
}
