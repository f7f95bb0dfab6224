import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import {
  pathInLibraries,
  type Stub,
  type Stubs,
  trimLibraries,
} from "../../../scripts/build/trim-libraries.ts";
import { temporaryFolder } from "../../support/temporary-files.ts";

const LIBRARY = {
  "index.js": 'export * from "./lib/counting.js"; export { default as Kind } from "./lib/counting.js";',
  "lib/counting.js": `import * as adding from "./adding.js";
/** Counts. */
export const count = (to) => {
  const steps = { by: 1 };
  return adding.add(to, steps.by);
};
const one = "line";
export /*@__PURE__*/ function long(
  /** With a comment. */
  first,
) {
  return first;
}
export default class Kind {}
export const left = "left behind";
`,
  "lib/adding.js": "export const add = (a, b) => a + b;",
};

/** What a library comes to in a bundle: by itself, or with stubs for its files. */
async function bundled(stubs: Stubs): Promise<Record<string, unknown>> {
  const folder = join(temporaryFolder(), "node_modules/library");
  for (const [path, text] of Object.entries(LIBRARY)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { outputFiles } = await build({
    entryPoints: [join(folder, "index.js")],
    bundle: true,
    write: false,
    format: "esm",
    logLevel: "silent",
    plugins: [trimLibraries(stubs)],
  });
  return { ...(await import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? "")}`)) };
}

function countingStub(stub: Partial<Stub>): Stubs {
  return { "library/lib/counting.js": { instead: "", why: "a test", ...stub } };
}

describe("a trimmed library", () => {
  it("has a stub in the place of its file, and the other files as they are", async () => {
    const instead = 'import { add } from "./adding.js"; export const sum = add(1, 2); export default "none";';
    expect(await bundled(countingStub({ instead }))).toEqual({ sum: 3, Kind: "none" });
  });

  it("keeps the declarations that are named, to their last line", async () => {
    const keep = ["count", "one", "long", "Kind"];
    const { count, long, Kind, ...rest } = await bundled(
      countingStub({ keep, instead: "const adding = { add: (a, b) => [a, b] };" }),
    );
    expect([count, long].map((own) => (own as (n: number) => unknown)(5))).toEqual([[5, 1], 5]);
    expect(Kind).toBeTypeOf("function");
    expect(rest).toEqual({});
  });

  it.each([
    "windows\\node_modules\\axios\\lib\\utils.js",
    "/x/node_modules/y/node_modules/axios/lib/utils.js",
  ])("has paths that do not depend on where it is installed: %s", (path) => {
    expect(pathInLibraries(path)).toBe("axios/lib/utils.js");
  });
});

describe("a build stops", () => {
  it.each<[string, Stubs, RegExp]>([
    [
      "when a file is gone",
      { "library/gone.js": { instead: "", why: "" } },
      /library\/gone\.js is no longer/,
    ],
    [
      "when a kept declaration is gone",
      countingStub({ keep: ["counted"] }),
      /counting\.js no longer declares c/,
    ],
  ])("%s", async (_, stubs, sentence) => {
    await expect(bundled(stubs)).rejects.toThrow(sentence);
  });
});
