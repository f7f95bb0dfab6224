import { createRequire } from "node:module";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { VERSION } from "./scripts/build/version.ts";

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
    plugins: [trimAxios()],
  });
  if (warnings.length > 0) throw new Error(warnings.map((warning) => warning.text).join("\n"));
  const inputs = Object.values(metafile.outputs).flatMap((output) =>
    Object.entries(output.inputs).map(([path, { bytesInOutput }]) => ({ path, characters: bytesInOutput })),
  );
  return { text: outputFiles[0]?.text ?? "", inputs };
}

const LIBRARY = join(require.resolve("axios/package.json"), "../lib");
const IN_AXIOS = /[\\/]axios[\\/]lib[\\/]/;

/**
 * Files of axios that the function cannot reach, or needs a few lines of, what stands in for each, and why that is safe. A file that an upgrade
 * has moved fails the build; else it would come back unnoticed.
 */
export const UNREACHABLE_IN_AXIOS: Record<string, { instead: string; why: string }> = {
  "axios.js": {
    instead: `import dispatchRequest from "./core/dispatchRequest.js";
      import mergeConfig from "./core/mergeConfig.js";
      import AxiosError from "./core/AxiosError.js";
      const create = (ours) => ({ request: async (config) => dispatchRequest(mergeConfig(ours, config)) });
      export default { create, AxiosError };`,
    why: "a client is made once, has no interceptors, and is asked by nothing but request",
  },
  "utils.js": {
    instead: `export default {
      forEach: (transforms, each) => transforms.forEach(each),
      isFunction: (value) => typeof value === "function",
      toSafeFlatObject: (config) => Object.assign(Object.create(null), config),
      getSafeProp: (config, name) => config[name],
    };`,
    why: "our configuration is flat and plain; copied onto no prototype, it takes nothing from a foreign one",
  },
  "core/AxiosHeaders.js": {
    instead: `export default class AxiosHeaders {
      constructor(headers) { Object.assign(this, headers); }
      static from(headers) { return headers instanceof AxiosHeaders ? headers : new AxiosHeaders(headers); }
      static concat(...all) { return new AxiosHeaders(Object.assign({}, ...all)); }
      normalize() {}
      setContentType() {}
      toJSON() { return { ...this }; }
    }`,
    why: "all names are ours: a query's three, and the two of an answer that the adapters let through",
  },
  "core/AxiosError.js": {
    instead: `export default class extends Error {
      constructor(message, code) { super(message); this.name = "AxiosError"; this.code = code; }
    }
    export const getCauseStackIndex = () => -1;`,
    why: "only the code of an error is read; this one holds neither request nor key",
  },
  "adapters/adapters.js": {
    instead: "export default { getAdapter: (adapter) => adapter };",
    why: "the adapter is given as a function",
  },
  "core/mergeConfig.js": {
    instead: `const { assign } = Object;
      export default (a, b) => assign({}, a, b, { headers: assign({}, a.headers, b.headers) });`,
    why: "our options are flat but for the headers, and none of them comes from outside",
  },
  "defaults/index.js": {
    instead: "export default { headers: {} };",
    why: "the client names what it needs itself",
  },
};

/** `core/Axios.js` for its whole path. */
export function pathInAxios(path: string): string {
  return path.slice(LIBRARY.length + 1).replaceAll("\\", "/");
}

function trimAxios(): Plugin {
  return {
    name: "trim-axios",
    setup({ onLoad, onEnd }) {
      const stubbed = new Set<string>();
      onLoad({ filter: IN_AXIOS }, ({ path }) => {
        const file = pathInAxios(path);
        const stub = UNREACHABLE_IN_AXIOS[file];
        if (!stub) return undefined;
        stubbed.add(file);
        return { contents: stub.instead, loader: "js" };
      });
      onEnd(() => {
        const gone = Object.keys(UNREACHABLE_IN_AXIOS).filter((file) => !stubbed.has(file));
        if (gone.length > 0)
          throw new Error(`axios no longer loads ${gone.join(", ")}: look at the stubs again`);
      });
    },
  };
}
