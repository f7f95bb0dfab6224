import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type BuildOptions, build } from "esbuild";
import { deskDockerfile } from "./dockerfile.ts";
import { notices } from "./notices.ts";
import { AXIOS_STUBS } from "./stubs/axios.ts";
import { trimLibraries } from "./trim-libraries.ts";
import { VERSION } from "./version.ts";

const root = join(import.meta.dirname, "../..");
const DESK = "src/agent/desk";
const PAGE = "signed-in";

/** Where the desk is, in `dist`. */
export const DESK_FILE = "desk/server.mjs";

/**
 * Builds the desk in memory: the server with its libraries as one file for Node 20 and newer, the page at which a sign-in
 * in a window of its own ends, and what is deployed beside them, by their path in `dist`.
 */
export async function deskFiles(): Promise<Map<string, string>> {
  const server = await bundled({
    entryPoints: [`${DESK}/server.ts`],
    platform: "node",
    target: "node20",
    format: "esm",
    define: { __VERSION__: JSON.stringify(VERSION) },
    // Libraries in CommonJS ask for Node's modules by `require`, which an ES module does not have.
    // As in the functions: axios sends through an adapter of ours, and brings nothing of its own for Node along.
    plugins: [trimLibraries(AXIOS_STUBS)],
    banner: {
      js: 'import { createRequire } from "node:module";\nconst require = createRequire(import.meta.url);',
    },
  });
  const page = await bundled({
    entryPoints: [`${DESK}/page/${PAGE}.ts`],
    platform: "browser",
    target: "es2022",
    format: "iife",
  });
  const read = (name: string) => readFileSync(join(root, DESK, "page", name), "utf8");
  return new Map([
    [DESK_FILE, server.text],
    ["desk/LICENCES.txt", notices(server.packages)],
    ["desk/Dockerfile", deskDockerfile()],
    [`desk/public/${PAGE}.html`, read(`${PAGE}.html`)],
    [`desk/public/${PAGE}.css`, read(`${PAGE}.css`)],
    [`desk/public/${PAGE}.js`, page.text],
  ]);
}

/** Readable names stay, since stacks of the server are read by operators; so do licences in files of libraries. */
async function bundled(options: BuildOptions): Promise<{ text: string; packages: string[] }> {
  const { outputFiles, metafile, warnings } = await build({
    ...options,
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    charset: "utf8",
    legalComments: "none",
    treeShaking: true,
    minifySyntax: true,
    logLevel: "error",
  });
  if (warnings.length > 0) throw new Error(warnings.map(({ text }) => text).join("\n"));
  const used = Object.values(metafile?.outputs ?? {}).flatMap(({ inputs }) => Object.keys(inputs));
  const packages = used.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
  return { text: outputFiles?.[0]?.text ?? "", packages: [...new Set(packages)].sort() };
}
