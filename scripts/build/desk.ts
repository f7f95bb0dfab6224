import { join } from "node:path";
import { build } from "esbuild";
import { deskDockerfile } from "./dockerfile.ts";
import { notices } from "./notices.ts";
import { AXIOS_STUBS } from "./stubs/axios.ts";
import { RATE_LIMITER_STUBS } from "./stubs/rate-limiter.ts";
import { trimLibraries } from "./trim-libraries.ts";
import { VERSION } from "./version.ts";

const root = join(import.meta.dirname, "../..");

/** Where the desk is, in `dist`. */
export const DESK_FILE = "desk/server.mjs";

/**
 * Builds the desk in memory: the server with its libraries as one file for Node 20 and newer, and what is deployed beside
 * it, by their path in `dist`.
 */
export async function deskFiles(): Promise<Map<string, string>> {
  const { outputFiles, metafile, warnings } = await build({
    entryPoints: ["src/agent/desk/server.ts"],
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    // Names stay readable, since operators read stacks of the server.
    minifySyntax: true,
    platform: "node",
    target: "node20",
    format: "esm",
    define: { __VERSION__: JSON.stringify(VERSION) },
    // As in the functions: axios sends through an adapter of ours, and brings nothing of its own for Node along.
    plugins: [trimLibraries({ ...AXIOS_STUBS, ...RATE_LIMITER_STUBS })],
    charset: "utf8",
    legalComments: "none",
    logLevel: "error",
  });
  if (warnings.length > 0) throw new Error(warnings.map(({ text }) => text).join("\n"));
  const used = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));
  const packages = used.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
  return new Map([
    [DESK_FILE, outputFiles[0]?.text ?? ""],
    ["desk/LICENCES.txt", notices([...new Set(packages)].sort())],
    ["desk/Dockerfile", deskDockerfile()],
  ]);
}
