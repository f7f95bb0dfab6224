import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";

const root = import.meta.dirname;
const require = createRequire(import.meta.url);

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
    entryPoints: ["src/lambda.ts"],
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    format: "iife",
    globalName: "clincBot",
    platform: "browser",
    target: "node12",
    charset: "utf8",
    legalComments: "none",
    logLevel: "error",
    plugins: [trimAxios()],
  });
  const text = outputFiles[0]?.text ?? "";
  if (warnings.length > 0) throw new Error(warnings.map((warning) => warning.text).join("\n"));
  const inputs = Object.values(metafile.outputs).flatMap((output) =>
    Object.entries(output.inputs).map(([path, { bytesInOutput }]) => ({ path, characters: bytesInOutput })),
  );
  return { text, inputs };
}

/**
 * Files of axios that the function cannot reach, what stands in for each, and why that is safe. A file that an upgrade
 * has moved fails the build; else it would come back unnoticed.
 */
const UNREACHABLE_IN_AXIOS: Record<string, { instead: string; why: string }> = {
  "adapters/xhr.js": { instead: "export default null;", why: "Node has no XMLHttpRequest" },
  "adapters/fetch.js": {
    instead: "export const getFetch = () => null;",
    why: "our own adapters send; this one boots undici while loading",
  },
  "helpers/toFormData.js": { instead: "export default null;", why: "only JSON is sent" },
  "helpers/toURLEncodedForm.js": { instead: "export default null;", why: "only JSON is sent" },
  "helpers/formDataToJSON.js": { instead: "export default null;", why: "only JSON is sent" },
  "helpers/buildURL.js": { instead: "export default (url) => url;", why: "the address has no parameters" },
  "helpers/HttpStatusCode.js": { instead: "export default {};", why: "names for callers that like them" },
  "cancel/CancelToken.js": { instead: "export default null;", why: "no request is cancelled that way" },
  "platform/index.js": {
    instead: "export default { classes: {} };",
    why: "touching the global FormData while loading boots undici, 20 ms of every cold start",
  },
};

/** The same touch of FormData, in a file that is needed otherwise. */
const FORM_DATA_TOUCH = {
  path: "utils.js",
  line: "const FormDataCtor = typeof G.FormData !== 'undefined' ? G.FormData : undefined;",
  instead: "const FormDataCtor = undefined;",
};

function trimAxios(): Plugin {
  const folder = join(require.resolve("axios/package.json"), "../lib");
  return {
    name: "trim-axios",
    setup({ onLoad, onEnd }) {
      const stubbed = new Set<string>();
      onLoad({ filter: /[\\/]axios[\\/]lib[\\/]/ }, ({ path }) => {
        const file = path.slice(folder.length + 1).replaceAll("\\", "/");
        const stub = UNREACHABLE_IN_AXIOS[file];
        if (stub) {
          stubbed.add(file);
          return { contents: stub.instead, loader: "js" };
        }
        if (file !== FORM_DATA_TOUCH.path) return undefined;
        const contents = readFileSync(path, "utf8");
        if (!contents.includes(FORM_DATA_TOUCH.line))
          throw new Error(`axios/lib/${file} no longer has: ${FORM_DATA_TOUCH.line}`);
        return { contents: contents.replace(FORM_DATA_TOUCH.line, FORM_DATA_TOUCH.instead), loader: "js" };
      });
      onEnd(() => {
        const gone = Object.keys(UNREACHABLE_IN_AXIOS).filter((file) => !stubbed.has(file));
        if (gone.length > 0)
          throw new Error(`axios no longer loads ${gone.join(", ")}: look at the stubs again`);
      });
    },
  };
}
