import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";

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
 */
export function publicFiles(folder: string): ReadonlyMap<string, PublicFile> {
  const names = readdirSync(folder).filter((name) => extname(name) in TYPES);
  const files = new Map(
    names.map((name) => {
      const type = TYPES[extname(name)] ?? "";
      return [`/${name}`, { type, content: readFileSync(join(folder, name)) }] as const;
    }),
  );
  const index = files.get("/index.html");
  return index ? files.set("/", index) : files;
}
