import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { type BuildOptions, type BuildResult, build, type Plugin } from "esbuild";
import { requireBuilt } from "../build/built-dist.ts";
import { builtFile } from "../build/built-file.ts";
import type { Generation } from "../build/generation.ts";

const dist = join(import.meta.dirname, "../../dist");

/** A scratch folder with everything that is measured, in the form in which Node runs it without any help. */
export type Workshop = {
  folder: string;
  /** The functions: both built files of ours, and both rivals. */
  functions: Record<Generation | "toolbelt" | "axiosAndZod" | "axiosAndZodModule", string>;
  programs: { takeTurns: string; firstReply: string; cannedClinc: string; cannedContext: string };
  /** The file of request-promise, which V1's toolbelt hands out on the platform. */
  httpClient: string;
  /** The input of a whole event, which is the one that is packaged. */
  sample: unknown;
  /** Writes one more function file, as text that a bank would paste, and tells where it is. */
  add(name: string, generation: Generation, code: string): string;
  close(): void;
};

/** How a function file is called here, and the export that it gets, as the platform has its own way. */
const EXPORTED: Record<Generation, { extension: string; line: string }> = {
  v1: { extension: "cjs", line: "module.exports = { lambda };" },
  v2: { extension: "mjs", line: "export { lambda };" },
};

/** Copies the committed files and bundles the rest. */
export async function openWorkshop(): Promise<Workshop> {
  requireBuilt("");
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const at = (name: string) => join(folder, name);
  const add: Workshop["add"] = (name, generation, code) => {
    const { extension, line } = EXPORTED[generation];
    const file = at(`${name}.${extension}`);
    writeFileSync(file, `${code}\n${line}\n`);
    return file;
  };
  const functions = {
    v1: add("v1", "v1", builtFile("v1")),
    v2: add("v2", "v2", builtFile("v2")),
    toolbelt: at("toolbelt.cjs"),
    axiosAndZod: at("axios-and-zod.cjs"),
    axiosAndZodModule: at("axios-and-zod.mjs"),
  };
  const programs = {
    takeTurns: at("take-turns.cjs"),
    firstReply: at("first-reply.cjs"),
    cannedClinc: at("canned-clinc.cjs"),
    cannedContext: at("canned-context.mjs"),
  };
  writeToolbelts(folder);
  copyFileSync(join(import.meta.dirname, "rivals/toolbelt.cjs"), functions.toolbelt);
  await bundle("rivals/axios-and-zod.js", functions.axiosAndZod, { minify: true });
  await bundle("rivals/axios-and-zod.js", functions.axiosAndZodModule, { minify: true, ...ES_MODULE });
  await bundle("programs/take-turns.ts", programs.takeTurns, { plugins: [onlyWhatIsUsed] });
  await bundle("programs/first-reply.ts", programs.firstReply);
  await bundle("programs/canned-clinc.ts", programs.cannedClinc);
  await bundle("programs/canned-context.ts", programs.cannedContext, ES_MODULE);
  const { input } = JSON.parse(readFileSync(join(dist, "v1/functions/ClincBot/config.json"), "utf8"));
  const httpClient = createRequire(import.meta.url).resolve("request-promise-native");
  const close = () => rmSync(folder, { recursive: true, force: true });
  return { folder, functions, programs, httpClient, sample: input, add, close };
}

/** The platform's modules, as small as they can be: what a process that wants to use one has put into the global. */
function writeToolbelts(folder: string): void {
  const modules = {
    "lp-faas-toolbelt": ["commonjs", "exports.Toolbelt = globalThis.toolbeltOfBenchmark;"],
    "core-functions-toolbelt": ["module", "export const Toolbelt = globalThis.toolbeltOfBenchmark;"],
  };
  for (const [name, [type, code]] of Object.entries(modules)) {
    const library = join(folder, "node_modules", name);
    mkdirSync(library, { recursive: true });
    writeFileSync(join(library, "package.json"), JSON.stringify({ name, type, exports: "./index.js" }));
    writeFileSync(join(library, "index.js"), `${code}\n`);
  }
}

/** Some of axios for Node is CommonJS, which asks an ES module for a `require`. */
const ES_MODULE = {
  format: "esm",
  banner: {
    js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
  },
} as const;

/**
 * Leaves away what a module does when it is loaded, if nothing of it is used: else each of the many processes would make
 * schemas that it never needs.
 */
const onlyWhatIsUsed: Plugin = {
  name: "only-what-is-used",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\/.+\.ts$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path),
      sideEffects: false,
    }));
  },
};

const bundled = new Map<string, Promise<BuildResult<{ write: false }>>>();

/** What is bundled once is good for every workshop of this process. */
async function bundle(entry: string, outfile: string, options: BuildOptions = {}): Promise<void> {
  const name = basename(outfile);
  const bundling = bundled.get(name) ?? bundleOf(entry, options);
  bundled.set(name, bundling);
  const { outputFiles } = await bundling;
  for (const { contents } of outputFiles) writeFileSync(outfile, contents);
}

function bundleOf(entry: string, options: BuildOptions): Promise<BuildResult<{ write: false }>> {
  return build({
    entryPoints: [join(import.meta.dirname, entry)],
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    external: ["lp-faas-toolbelt"],
    logLevel: "error",
    ...options,
    write: false,
  });
}
