import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { chronosjs } from "../stand-ins/workspace/chronosjs.ts";

/** A file as the browser gets it. */
export type PageFile = { type: string; content: string };

const folder = join(import.meta.dirname, "page");

let bundled: Promise<Map<string, PageFile>> | undefined;

/** The page's files, by their path; bundled in memory, once for each process. */
export function pageFiles(): Promise<Map<string, PageFile>> {
  bundled ??= bundle();
  return bundled;
}

async function bundle(): Promise<Map<string, PageFile>> {
  const { outputFiles } = await build({
    entryPoints: [join(folder, "page.ts"), join(folder, "page.css")],
    outdir: "/",
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    plugins: [styleByProperty, chronosjs],
  });
  const output = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? "";
  return new Map([
    ["/", { type: "text/html; charset=utf-8", content: readFileSync(join(folder, "index.html"), "utf8") }],
    ["/page.js", { type: "text/javascript; charset=utf-8", content: output(".js") }],
    ["/page.css", { type: "text/css; charset=utf-8", content: output(".css") }],
  ]);
}

/**
 * LivePerson's renderer writes `style` attributes, which the page's content security policy forbids. The same
 * declarations through the property `style.cssText` are allowed, and nothing else changes.
 */
const styleByProperty: Plugin = {
  name: "style-by-property",
  setup({ onLoad }) {
    onLoad({ filter: /json-pollock.+\.js$/ }, ({ path }) => {
      const code = readFileSync(path, "utf8");
      const changed = code.replace(/(\b[\w$]+)\.setAttribute\("style",/g, "applyStyle($1,");
      if (changed === code || /setAttribute\("style"/.test(changed))
        throw new Error("json-pollock sets styles in another way now: look at page-files.ts again");
      const applyStyle = "function applyStyle(element, css) { element.style.cssText = css; }";
      return { contents: `${applyStyle}\n${changed}`, loader: "js" };
    });
  },
};
