import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Reason } from "./figures.ts";

const README = join(import.meta.dirname, "../../dist/README.md");
const HEADING = "\n### Reasons\n";
const ROW = /^\| `(\w+)` \| (.+) \| (.+) \|$/gm;

/**
 * What each reason of a fault means and what to do, from the table of the document for operators: there is one such
 * table, and a test holds it against the source.
 *
 * @throws {Error} when the document has lost its table
 */
export function readReasons(document = readFileSync(README, "utf8")): Map<string, Reason> {
  const start = document.indexOf(HEADING);
  const end = document.indexOf("\n## ", start);
  const rows = [...document.slice(start < 0 ? document.length : start, end).matchAll(ROW)];
  if (rows.length === 0) throw new Error("dist/README.md has no table below its heading Reasons");
  return new Map(
    rows.map(([, reason = "", meaning = "", remedy = ""]) => [
      reason,
      { meaning: withoutLinks(meaning), remedy: withoutLinks(remedy) },
    ]),
  );
}

function withoutLinks(cell: string): string {
  return cell.replace(/\[([^\]]+)\]\([^)]*\)/g, "$1");
}
