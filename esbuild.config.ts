import { build } from "esbuild";
import { AXIOS_STUBS } from "./scripts/build/stubs/axios.ts";
import { ZOD_STUBS } from "./scripts/build/stubs/zod.ts";
import { trimLibraries } from "./scripts/build/trim-libraries.ts";
import { VERSION } from "./scripts/build/version.ts";

const root = import.meta.dirname;

/** What every part of the bundle costs, in characters. */
export type Body = { text: string; inputs: Array<{ path: string; characters: number }> };

/**
 * Bundles `src` and its libraries into the body of the function: one script that defines `clincBot`, the same text for
 * both generations of LivePerson Functions.
 *
 * An iife, because `lambda` itself must stay a plain function declaration, which no bundler leaves alone. For the
 * browser, because axios for Node brings form-data and Node's own modules along. For Node 12, the oldest that V1 is
 * known to run; what it understands, V2 understands as well. Minified whole: readable, it would not fit into the
 * platform's 100,000 characters, and the part to read is the documentation above it.
 */
export async function bundleBody(): Promise<Body> {
  const { outputFiles, metafile, warnings } = await build({
    stdin: { contents: 'import { run } from "./src/bot/lambda.ts"; clincBot.run = run;', resolveDir: root },
    banner: { js: "var clincBot={};" },
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
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
