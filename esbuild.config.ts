import { build } from "esbuild";
import { FUNCTIONS, type FunctionName } from "./scripts/build/functions.ts";
import { shorten } from "./scripts/build/shorten.ts";
import { AXIOS_STUBS } from "./scripts/build/stubs/axios.ts";
import { ZOD_STUBS } from "./scripts/build/stubs/zod.ts";
import { trimLibraries } from "./scripts/build/trim-libraries.ts";
import { VERSION } from "./scripts/build/version.ts";

const root = import.meta.dirname;

/** A script, and what every part of it costs, in characters. */
export type Body = { text: string; inputs: Array<{ path: string; characters: number }> };

/**
 * The body of a function: its source and its libraries as one script that defines its global, the same text for both
 * generations of LivePerson Functions. Minified whole: readable, it would not fit into the platform's 100,000
 * characters, and the part to read is the documentation above it.
 */
export async function bundleBody(name: FunctionName = "ClincBot"): Promise<Body> {
  const { text, inputs } = await bundle(name);
  const shortened = shorten(text);
  // Where a part has gone into another one, nobody can say what it still costs: each saves its share.
  const left = shortened.length / text.length;
  return {
    text: shortened,
    inputs: inputs.map(({ path, characters }) => ({ path, characters: Math.round(characters * left) })),
  };
}

/**
 * Bundles what a function needs of `src` and its libraries into one script.
 *
 * An iife, because `lambda` itself must stay a plain function declaration, which no bundler leaves alone. For the
 * browser, because axios for Node brings form-data and Node's own modules along. For Node 12, the oldest that V1 is
 * known to run; what it understands, V2 understands as well.
 *
 * @param options.isReadable keeps all names, and writes the path of each file above its part
 */
export async function bundle(
  name: FunctionName = "ClincBot",
  { isReadable = false }: { isReadable?: boolean } = {},
): Promise<Body> {
  const { entry, global } = FUNCTIONS[name];
  const { outputFiles, metafile, warnings } = await build({
    stdin: { contents: `import { run } from "${entry}"; ${global}.run = run;`, resolveDir: root },
    banner: { js: `var ${global}={};` },
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    minify: !isReadable,
    format: "iife",
    platform: "browser",
    target: "node12",
    define: { __VERSION__: JSON.stringify(VERSION) },
    charset: "utf8",
    legalComments: "none",
    logLevel: "error",
    plugins: [trimLibraries({ ...AXIOS_STUBS, ...ZOD_STUBS })],
  });
  if (warnings.length > 0) throw new Error(warnings.map((warning) => warning.text).join("\n"));
  const inputs = Object.values(metafile.outputs).flatMap((output) =>
    Object.entries(output.inputs).map(([path, { bytesInOutput }]) => ({ path, characters: bytesInOutput })),
  );
  return { text: outputFiles[0]?.text ?? "", inputs };
}
