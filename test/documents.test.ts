import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import { describe, expect, it } from "vitest";
import { allDocuments, anchorsOf, blocksOf, documentOf, linksOf, rowsOf } from "./support/markdown.ts";

const root = join(import.meta.dirname, "..");
const DOCUMENTS = allDocuments();
const COMMANDS = Object.keys(JSON.parse(documentOf("package.json")).scripts);

/** Links of a document that lead nowhere. */
function brokenLinks(path: string, document = documentOf(path)): string[] {
  return linksOf(document).filter((link) => {
    const [file = "", anchor] = link.split("#");
    const target = join(dirname(path), decodeURIComponent(file));
    if (target.startsWith("..") || !existsSync(join(root, target))) return true;
    return anchor !== undefined && !anchorsOf(file === "" ? document : documentOf(target)).includes(anchor);
  });
}

describe("the check of links", () => {
  it("finds a missing file, a missing heading, and a way out of the project", () => {
    const document = [
      "# A title with `code`, and more",
      "## Twice",
      "## Twice",
      "[here](#a-title-with-code-and-more) [second](#twice-1) [there](src/README.md#rooms) [web](https://clinc.example)",
      "[gone](no-such-file.md) [gone](#no-such-heading) [gone](src/README.md#no-such-heading) [out](../x.md)",
      '<img src="no-such-picture.webp"> `[code](is-no-link.md)`',
      "```text\n[code](is-no-link.md)\n```",
    ].join("\n");
    expect(brokenLinks("README.md", document)).toEqual([
      "no-such-file.md",
      "#no-such-heading",
      "src/README.md#no-such-heading",
      "../x.md",
      "no-such-picture.webp",
    ]);
  });
});

describe("the documents", () => {
  it("stand where their readers are", () => {
    const expected = [
      "README.md",
      "dist/README.md",
      "scripts/README.md",
      "src/README.md",
      "src/answer/README.md",
    ];
    expect(DOCUMENTS).toEqual(expect.arrayContaining(expected));
  });

  it.each(DOCUMENTS)("lead to files and headings that are there: %s", (path) => {
    expect(brokenLinks(path)).toEqual([]);
  });

  it("can all be reached from the README at the top", () => {
    const reached = new Set(["README.md"]);
    for (const path of reached)
      for (const link of linksOf(documentOf(path))) {
        const [file = ""] = link.split("#");
        if (file.endsWith(".md")) reached.add(join(dirname(path), file));
      }
    expect(DOCUMENTS.filter((path) => !reached.has(path))).toEqual([]);
  });

  it.each(DOCUMENTS)("name only commands that there are: %s", (path) => {
    const named = [...documentOf(path).matchAll(/\bnpm run (?:--silent )?([a-z][\w:-]*)/g)];
    expect(named.map(([, name = ""]) => name).filter((name) => !COMMANDS.includes(name))).toEqual([]);
  });

  it("show eight pictures, each of less than 300 KB", () => {
    const pictures = DOCUMENTS.flatMap((path) =>
      linksOf(documentOf(path)).flatMap((link) => (/\.webp$/.test(link) ? [join(dirname(path), link)] : [])),
    );
    expect(new Set(pictures).size).toBe(8);
    for (const picture of pictures) expect(statSync(join(root, picture)).size).toBeLessThan(300_000);
  });
});

describe("the README at the top", () => {
  const readme = documentOf("README.md");

  it("is short: at most 220 lines and 14 kB", () => {
    expect(readme.split("\n").length - 1).toBeLessThanOrEqual(220);
    expect(Buffer.byteLength(readme)).toBeLessThanOrEqual(14_000);
  });

  it("says in its second paragraph what is not known yet, what is needed, and the licence", () => {
    const [, , second] = readme.split("\n\n");
    for (const word of ["Status", "not yet", "Requirements", "Licence"]) expect(second).toContain(word);
  });

  it("has two blocks of commands: one to try it, and one below a heading about tests", () => {
    expect(blocksOf(readme, "sh")).toEqual(["npm ci && npm start", "npm cit"]);
    expect(/^## (.+)\n\n```sh\nnpm cit\n```$/m.exec(readme)?.[1]).toMatch(/\btests\b/i);
  });

  it.each([
    ["the author's manual", "src/answer/README.md"],
    ["the way to paste", "dist/README.md#2-paste-the-file"],
    ["the rollback", "dist/README.md#roll-back"],
  ])("leads in one click to %s", (_, link) => {
    expect(linksOf(readme)).toContain(link);
  });
});

describe("the table of commands", () => {
  it("has every script of package.json and `npm cit`, and nothing else", () => {
    const named = rowsOf(documentOf("scripts/README.md")).flatMap(
      ([cell = ""]) => /^`npm (?:run )?([\w:]+)`$/.exec(cell)?.[1] ?? [],
    );
    expect(named.sort()).toEqual([...COMMANDS, "cit"].sort());
  });
});
