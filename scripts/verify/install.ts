import { mkdirSync } from "node:fs";
import { runProgram } from "../kit/run-program.ts";

/** Installs a package of the npm registry, by name and exact version, into a new folder; none of its scripts is run. */
export async function install(name: string, folder: string): Promise<void> {
  mkdirSync(folder);
  await runProgram("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", name], {
    cwd: folder,
  });
}
