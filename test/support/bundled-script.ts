import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";

const root = join(import.meta.dirname, "../..");

/** Packages stay outside, but for two: finding their many files would be half of a start. */
const BUNDLED = ["zod", "axios"];
const PACKAGES = Object.keys(
  JSON.parse(readFileSync(join(root, "package.json"), "utf8")).devDependencies,
).filter((name) => !BUNDLED.includes(name));

const bundled = new Map<string, Promise<string>>();

/**
 * A script of this project with all of its own files as one ES module, for Node to read on its standard input: the
 * tests start a hundred of them, and without a loader a start takes a third of the time. Each
 * file finds itself where it stands, and the entry finds itself called.
 *
 * @param script its path in `scripts`
 */
export function bundledScript(script: string): Promise<string> {
  const bundle = bundled.get(script) ?? bundleOf(join(root, "scripts", script));
  bundled.set(script, bundle);
  return bundle;
}

async function bundleOf(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    target: "node20",
    external: PACKAGES,
    banner: {
      js: `import { createRequire as requireFrom } from "node:module";
        const require = requireFrom(${JSON.stringify(entry)});
        process.argv[1] = ${JSON.stringify(entry)};`,
    },
    logLevel: "error",
    plugins: [placeOfEachFile],
  });
  return outputFiles[0]?.text ?? "";
}

const placeOfEachFile: Plugin = {
  name: "place-of-each-file",
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8")
        .replaceAll("import.meta.dirname", () => JSON.stringify(dirname(path)))
        .replaceAll("import.meta.url", () => JSON.stringify(pathToFileURL(path).href)),
      loader: "ts",
    }));
  },
};
