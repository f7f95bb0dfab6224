import { readFileSync } from "node:fs";
import type { Plugin } from "esbuild";

/** What the function needs of a file of a library. */
export type Stub = {
  /** Declarations at the top of the file that stay as the library wrote them. */
  keep?: readonly string[];
  /** What stands before them, in place of all the rest. */
  instead: string;
  /** Why that is safe. */
  why: string;
};

/** Stubs by the path of their file in `node_modules`, such as `axios/lib/utils.js`. */
export type Stubs = Readonly<Record<string, Stub>>;

/**
 * Puts the stubs in the place of their files. The build fails when an upgrade of a library has moved such a file, which
 * would come back unnoticed, or a declaration that is kept, and when the rest imports what a stub does not have.
 */
export function trimLibraries(stubs: Stubs): Plugin {
  return {
    name: "trim-libraries",
    setup({ initialOptions, onLoad, onEnd }) {
      initialOptions.logOverride = { ...initialOptions.logOverride, "import-is-undefined": "error" };
      const used = new Set<string>();
      onLoad({ filter: /[\\/]node_modules[\\/]/ }, ({ path }) => {
        const file = pathInLibraries(path);
        const stub = stubs[file];
        if (!stub) return undefined;
        used.add(file);
        return { contents: trimmed(path, stub), loader: "js" };
      });
      onEnd(() => {
        const gone = Object.keys(stubs).filter((file) => !used.has(file));
        if (gone.length > 0)
          throw new Error(`${gone.join(", ")} is no longer loaded: look at the stubs again`);
      });
    },
  };
}

/** `axios/lib/utils.js` for its whole path. */
export function pathInLibraries(path: string): string {
  return path.replace(/^.*[\\/]node_modules[\\/]/, "").replaceAll("\\", "/");
}

/** What becomes of a file of a library. */
export function trimmed(path: string, { keep = [], instead }: Stub): string {
  const text = readFileSync(path, "utf8");
  return [instead, ...keep.map((name) => declaration(text, name, pathInLibraries(path)))].join("\n");
}

/** Libraries are formatted: a declaration begins at the margin, and so does the line that ends it. */
const DECLARED = /^(?:export (?:default )?)?(?:\/\*.*?\*\/ ?)?(?:const|function|class) ([\w$]+)/;
const END = /^(?!\s).*[;}]$/;

function declaration(text: string, name: string, file: string): string {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => DECLARED.exec(line)?.[1] === name);
  const length = lines.slice(start).findIndex((line) => END.test(line)) + 1;
  if (start === -1 || length === 0)
    throw new Error(`${file} no longer declares ${name}: look at the stubs again`);
  return lines.slice(start, start + length).join("\n");
}
