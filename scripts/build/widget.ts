import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const folder = join(import.meta.dirname, "../../src/agent/widget");

/** Pages as they are written: the desk serves them by these names. */
const PAGES = ["index.html", "signed-in.html"];

/**
 * The most that the widget may weigh on the wire: its page, its script and its styles, each with gzip. An agent's panel
 * is loaded anew with every conversation.
 */
export const WIDGET_LIMIT_BYTES = 30_000;

/**
 * The agent's panel as the desk serves it, by path in `dist`; the same bytes from the same source. No source maps and
 * nothing inline, so that its content security policy needs no exception.
 */
export async function widgetFiles(): Promise<Map<string, string>> {
  const { outputFiles, warnings } = await build({
    entryPoints: ["widget.ts", "signed-in.ts", "widget.css"].map((name) => join(folder, name)),
    outdir: "/",
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    target: ["es2022", "chrome123", "firefox120", "safari17.5"],
    charset: "utf8",
    legalComments: "none",
    logLevel: "error",
  });
  if (warnings.length > 0) throw new Error(warnings.map(({ text }) => text).join("\n"));
  const pages = PAGES.map((name) => [name, readFileSync(join(folder, name), "utf8")] as const);
  const bundles = outputFiles.map(({ path, text }) => [path.replace(/^.*[\\/]/, ""), text] as const);
  return new Map([...pages, ...bundles].map(([name, text]) => [`desk/public/${name}`, text]));
}

/** What an agent's browser loads of these files, in bytes with gzip. */
export function widgetBytes(files: ReadonlyMap<string, string>): number {
  const loaded = ["index.html", "widget.js", "widget.css"].map(
    (name) => files.get(`desk/public/${name}`) ?? "",
  );
  return loaded.reduce((sum, text) => sum + gzipSync(text).length, 0);
}
