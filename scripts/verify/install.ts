import { mkdirSync } from "node:fs";
import { CommandFailure } from "../kit/command.ts";
import { runProgram } from "../kit/run-program.ts";

/** Installs a package of the npm registry, by name and exact version, into a new folder; none of its scripts is run. */
export async function install(name: string, folder: string): Promise<void> {
  mkdirSync(folder);
  try {
    await npmInstall(name, folder);
  } catch (error) {
    if (!(error instanceof CommandFailure && OUT_OF_REACH.test(error.message))) throw error;
    throw new CommandFailure(
      `npm cannot reach its registry for ${name}; check the network, and what "npm config get registry" says`,
    );
  }
}

/** What npm prints when nobody answers. */
const OUT_OF_REACH =
  /code (ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|E?TIMEDOUT|ERR_SOCKET_TIMEOUT)/;

async function npmInstall(name: string, folder: string): Promise<void> {
  await runProgram("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", name], {
    cwd: folder,
  });
}
