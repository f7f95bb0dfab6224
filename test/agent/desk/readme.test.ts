import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DESK_MARKS, deskSettingsTable } from "../../../scripts/build/desk-settings.ts";
import { withBetweenMarks } from "../../../scripts/kit/markdown.ts";
import { errorAnswer } from "../../../src/agent/api.ts";
import { documentOf, rowsOf } from "../../support/markdown.ts";

const README = documentOf("src/agent/README.md");
const SOURCES = readdirSync(join(import.meta.dirname, "../../../src/agent/desk"))
  .map((file) => documentOf(`src/agent/desk/${file}`))
  .join("\n");

/** The words in backticks of the first cell of each row. */
function namedIn(document: string): string[] {
  return rowsOf(document).flatMap(([cell = ""]) =>
    [...cell.matchAll(/`(\w+)`/g)].map(([, name = ""]) => name),
  );
}

function part(from: string, to: string): string {
  const start = README.indexOf(from);
  return README.slice(start, README.indexOf(to, start));
}

describe("the document for who hosts the desk", () => {
  it("holds the settings of today; if not, run npm run build", () => {
    expect(withBetweenMarks(README, DESK_MARKS, deskSettingsTable())).toBe(README);
  });

  it("explains every error that a call may get, with its status", () => {
    const codes = errorAnswer.shape.error.shape.code.options;
    expect(namedIn(part("| error ", "A store or a Clinc")).sort()).toEqual([...codes].sort());
  });

  it("explains every reason of the desk, and no other but those of the assist version", () => {
    const thrown = [...SOURCES.matchAll(/(?:Fault|AssistOff)\(\s*(?:"\w+",\s*)?"(\w+)"/g)].map(
      ([, name = ""]) => name,
    );
    expect(thrown.length).toBeGreaterThan(8);
    const explained = namedIn(part("| reason ", "### What is kept where")).filter(
      (name) => !name.startsWith("assist_"),
    );
    expect(explained.sort()).toEqual([...new Set(thrown)].sort());
  });

  it("explains every field of the audit", () => {
    const [, fields = ""] = /export type AuditLine = \{([\s\S]*?)\n\};/.exec(SOURCES) ?? [];
    const names = [...fields.matchAll(/^ {2}(\w+)\??:/gm)].map(([, name = ""]) => name);
    expect(namedIn(part("| field ", "**Notes**")).sort()).toEqual([...names, "at", "ms"].sort());
  });
});
