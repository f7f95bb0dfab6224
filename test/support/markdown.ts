import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

const root = join(import.meta.dirname, "../..");
const NOT_OURS = ["node_modules", ".git", "coverage"];

/** The text of a document, by its path in the project. */
export function documentOf(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** Paths of all documents of the project, with slashes on every system. */
export function allDocuments(folder = root): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return NOT_OURS.includes(entry.name) ? [] : allDocuments(path);
    return entry.name.endsWith(".md") ? [relative(root, path).split(sep).join("/")] : [];
  });
}

/** What a document links to and shows, the web's own addresses aside. */
export function linksOf(document: string): string[] {
  const prose = withoutCode(document);
  const found = [
    ...prose.matchAll(/\[[^\]]*\]\(([^)\s]+)\)/g),
    ...prose.matchAll(/\b(?:src|srcset|href)="([^"]+)"/g),
  ];
  return found.map(([, target = ""]) => target).filter((target) => !/^(https?|mailto):/.test(target));
}

/** The anchors of a document's headings, as GitHub makes them. */
export function anchorsOf(document: string): string[] {
  const given = new Map<string, number>();
  return [...withoutFences(document).matchAll(/^#{1,6} +(.+)$/gm)].map(([, heading = ""]) => {
    const anchor = slug(heading);
    const times = given.get(anchor) ?? 0;
    given.set(anchor, times + 1);
    return times === 0 ? anchor : `${anchor}-${times}`;
  });
}

/** The fenced blocks of one language, in order. */
export function blocksOf(document: string, language: string): string[] {
  return [...document.matchAll(/^( *)```(\w*)\n([\s\S]*?)\n\1```$/gm)].flatMap(([, , found, text = ""]) =>
    found === language ? [text] : [],
  );
}

/** The cells of all rows of tables, heads and rules included. */
export function rowsOf(document: string): string[][] {
  return withoutFences(document)
    .split("\n")
    .filter((line) => /^ *\|.*\|$/.test(line))
    .map((line) =>
      line
        .trim()
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    );
}

function slug(heading: string): string {
  return heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/ /g, "-");
}

function withoutFences(document: string): string {
  return document.replace(/^( *)```[\s\S]*?^\1```$/gm, "");
}

function withoutCode(document: string): string {
  return withoutFences(document).replace(/`[^`\n]*`/g, "");
}
