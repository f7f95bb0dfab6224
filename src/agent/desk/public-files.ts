import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { SDK } from "./variables.ts";

/** A file that everybody may have. */
export type PublicFile = { type: string; content: Buffer };

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
};

/**
 * The files of a folder by the path at which they are served, `index.html` at `/` as well. They are read once: what is
 * asked for by any other path is not there, so no path can lead out of the folder.
 *
 * @param sdk the script of the agent workspace that the page loads
 */
export function publicFiles(folder: string, sdk: URL): ReadonlyMap<string, PublicFile> {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => extname(name) in TYPES) : [];
  const files = new Map(
    names.map((name) => {
      const type = TYPES[extname(name)] ?? "";
      return [`/${name}`, { type, content: readFileSync(join(folder, name)) }] as const;
    }),
  );
  const index = files.get(INDEX);
  if (!index) return files;
  const content = Buffer.from(index.content.toString("utf8").replace(SDK, sdk.href));
  return files.set(INDEX, { ...index, content }).set("/", { ...index, content });
}

const INDEX = "/index.html";
