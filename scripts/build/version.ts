import { readFileSync } from "node:fs";
import { join } from "node:path";

const file = join(import.meta.dirname, "../../package.json");

/** The project's version, as package.json has it. `release.ts` says when it moves. */
export const VERSION: string = JSON.parse(readFileSync(file, "utf8")).version;
