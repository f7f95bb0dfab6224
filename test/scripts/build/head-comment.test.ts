import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  headComment,
  settingsTables,
  VERSION,
  withSettingsTables,
} from "../../../scripts/build/head-comment.ts";
import { DEFAULTS, VARIABLE_MEANINGS } from "../../../src/bot/meanings.ts";
import type { VariableName } from "../../../src/bot/variables.ts";

const root = join(import.meta.dirname, "../../..");
const OPENING = "<!-- settings: written by npm run build -->";
const CLOSING = "<!-- /settings -->";

const VARIABLES = Object.entries(DEFAULTS) as Array<[VariableName, string]>;

/** The comment's text in one line, without its stars. */
function textOf(comment: string): string {
  return inOneLine(comment.replace(/^ \* ?/gm, ""));
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** The rows of both tables as cells. */
function rows(): string[][] {
  const lines = settingsTables().split("\n");
  return lines.filter((line) => line !== "").map((line) => line.split("|").map((cell) => cell.trim()));
}

describe("the settings table", () => {
  it.each(VARIABLES)("names %s with its default and its meaning", (name, standard) => {
    const shown = standard === "" ? "" : `\`${standard}\``;
    expect(rows()).toContainEqual(["", `\`${name}\``, shown, VARIABLE_MEANINGS[name], ""]);
  });

  it("names the secrets by their whole names", () => {
    const secrets = rows().filter((row) => row.length === 4);
    expect(secrets.map(([, name]) => name)).toEqual([
      "secret",
      expect.stringMatching(/^-+$/),
      "`clinc_host`",
      "`clinc_app_key`",
      "`clinc_ai_version`",
      "`clinc_off`",
    ]);
  });

  it("has a row for each setting and no other", () => {
    expect(rows().filter((row) => row.length === 5)).toHaveLength(VARIABLES.length + 2);
    expect(rows().filter((row) => row.length !== 4 && row.length !== 5)).toEqual([]);
  });

  it("has columns of one width, as the formatter of the README wants them", () => {
    const widths = settingsTables()
      .split("\n\n")
      .map((table) => new Set(table.split("\n").map((line) => line.length)).size);
    expect(widths).toEqual([1, 1]);
  });
});

describe("the README", () => {
  it("gets the tables between its marks and keeps everything around them", () => {
    const readme = `# Title\n\nBefore\n\n${OPENING}\n\n| old |\n\n${CLOSING}\n\nAfter\n`;
    expect(withSettingsTables(readme)).toBe(
      `# Title\n\nBefore\n\n${OPENING}\n\n${settingsTables()}\n\n${CLOSING}\n\nAfter\n`,
    );
  });

  it("is the same after a second time", () => {
    const once = withSettingsTables(`${OPENING}${CLOSING}`);
    expect(withSettingsTables(once)).toBe(once);
  });

  it.each([
    ["both marks", "# Title\n"],
    ["the first mark", `# Title\n${CLOSING}\n`],
    ["the last mark", `# Title\n${OPENING}\n`],
    ["the order of the marks", `${CLOSING}\n${OPENING}\n`],
  ])("that has lost %s is refused, and the marks are named", (_, readme) => {
    expect(() => withSettingsTables(readme)).toThrow(
      `README.md has lost the marks ${OPENING} and ${CLOSING}`,
    );
  });

  it("shows pictures that are there, each of less than 300 KB", () => {
    const readme = readFileSync(join(root, "README.md"), "utf8");
    const pictures = [...readme.matchAll(/(?:src|srcset)="([^"]+)"/g)].map(([, path]) => path ?? "");
    expect(pictures).toHaveLength(3);
    for (const picture of pictures) expect(statSync(join(root, picture)).size).toBeLessThan(300_000);
  });

  it("holds the settings of today; `npm run build` writes them", () => {
    const readme = readFileSync(join(root, "README.md"), "utf8");
    expect(withSettingsTables(readme)).toBe(readme);
  });
});

describe.each(["v1", "v2"] as const)("the head comment of %s", (generation) => {
  const comment = headComment(generation);

  it("is one comment, whatever the settings' meanings say", () => {
    expect(comment.startsWith("/*\n * Clinc for LivePerson Functions")).toBe(true);
    expect(comment.indexOf("*/")).toBe(comment.length - 2);
  });

  it("says which version for which generation it is", () => {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    expect(VERSION).toBe(version);
    expect(comment).toContain(
      `Clinc for LivePerson Functions ${version} (Functions ${generation.toUpperCase()})`,
    );
  });

  it("names every setting with its default, and every secret", () => {
    const lines = comment.split("\n");
    for (const [name, standard] of VARIABLES) {
      const at = lines.indexOf(standard === "" ? ` *   ${name}` : ` *   ${name} = ${standard}`);
      expect(at, name).toBeGreaterThan(0);
      expect(lines[at + 1]).toBe(` *     ${VARIABLE_MEANINGS[name]}`);
    }
    for (const secret of ["clinc_host", "clinc_app_key", "clinc_ai_version", "clinc_off"])
      expect(comment).toMatch(new RegExp(`^ \\*   ${secret} +\\S`, "m"));
  });

  it.each(["axios", "zod"])("holds the whole licence of %s", (library) => {
    const licence = readFileSync(join(root, "node_modules", library, "LICENSE"), "utf8");
    const copyright = /Copyright .*/.exec(licence)?.[0] ?? "";
    expect(copyright).toMatch(/^Copyright \(c\) \d{4}/);
    const text = textOf(comment);
    expect(text).toContain(copyright);
    expect(text).toContain(inOneLine(licence.slice(licence.indexOf("Permission is hereby granted"))));
  });

  it("prints the terms, which both libraries share, only once", () => {
    expect(textOf(comment).match(/Permission is hereby granted/g)).toHaveLength(1);
  });

  it("numbers the steps of the set-up from one", () => {
    const steps = comment.match(/^ \* {3}\d+\. /gm)?.map((step) => Number(/\d+/.exec(step)));
    expect(steps).toEqual(Array.from({ length: generation === "v1" ? 5 : 4 }, (_, index) => index + 1));
  });

  it("speaks of the list of allowed domains where there is one", () => {
    expect(comment.includes("Allowed domains")).toBe(generation === "v1");
  });
});
