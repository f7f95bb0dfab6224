import { createHash } from "node:crypto";
import * as z from "zod";
import { fromJson } from "../kit/json.ts";
import { characters } from "./size-budget.ts";

/** What tells whether a copy of a file is whole: of its UTF-8, and in characters as the platform counts them. */
const checksum = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  characters: z.int().positive(),
});

const checksums = z.record(z.string(), z.record(z.string(), checksum));

/**
 * `dist/checksums.json`: by version, the newest first, the files that a build of it has made, by their path in `dist`.
 *
 * @example
 * { "1.1.0": { "v2/functions/ClincBot/index.js": { "sha256": "9f86d081…", "characters": 82629 } } }
 */
export type Checksums = z.infer<typeof checksums>;

/** The checksums of these files, by their path. */
export function checksumsOf(files: ReadonlyMap<string, string>): Checksums[string] {
  const each = [...files].map(([path, content]) => {
    const sha256 = createHash("sha256").update(content).digest("hex");
    return [path, { sha256, characters: characters(content) }];
  });
  return Object.fromEntries(each);
}

/** @returns `undefined` for a text that no build has written, as a merge leaves one behind */
export function readChecksums(text: string): Checksums | undefined {
  return checksums.safeParse(fromJson(text)).data;
}

/** The file with a version in it: in place of what it said of it before, else above all others. */
export function withVersion(known: Checksums, version: string, files: ReadonlyMap<string, string>): string {
  const all = { ...(version in known ? {} : { [version]: {} }), ...known, [version]: checksumsOf(files) };
  return `${JSON.stringify(all, null, 2)}\n`;
}
