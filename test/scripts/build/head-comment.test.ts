import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { headComment } from "../../../scripts/build/head-comment.ts";
import { VERSION } from "../../../scripts/build/version.ts";
import { DEFAULTS, VARIABLE_MEANINGS } from "../../../src/bot/meanings.ts";
import type { VariableName } from "../../../src/bot/variables.ts";

const root = join(import.meta.dirname, "../../..");

const VARIABLES = Object.entries(DEFAULTS) as Array<[VariableName, string]>;

function inOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

describe.each(["v1", "v2"] as const)("the head comment of %s", (generation) => {
  const comment = headComment(generation);

  it("is one comment, whatever the settings' meanings say", () => {
    expect(comment.startsWith("/*\nClinc for LivePerson Functions")).toBe(true);
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
      const at = lines.indexOf(standard === "" ? `  ${name}` : `  ${name} = ${standard}`);
      expect(at, name).toBeGreaterThan(0);
      expect(lines[at + 1]).toBe(`    ${VARIABLE_MEANINGS[name]}`);
    }
    for (const secret of ["clinc_host", "clinc_app_key", "clinc_ai_version", "clinc_off"])
      expect(comment).toMatch(new RegExp(`^  ${secret} +\\S`, "m"));
  });

  it.each(["axios", "zod"])("holds the whole licence of %s", (library) => {
    const licence = readFileSync(join(root, "node_modules", library, "LICENSE"), "utf8");
    const copyright = /Copyright .*/.exec(licence)?.[0] ?? "";
    expect(copyright).toMatch(/^Copyright \(c\) \d{4}/);
    const text = inOneLine(comment);
    expect(text).toContain(copyright);
    expect(text).toContain(inOneLine(licence.slice(licence.indexOf("Permission is hereby granted"))));
  });

  it("prints the terms, which both libraries share, only once", () => {
    expect(inOneLine(comment).match(/Permission is hereby granted/g)).toHaveLength(1);
  });

  it("numbers the steps of the set-up from one", () => {
    const steps = comment.match(/^ {2}\d+\. /gm)?.map((step) => Number(/\d+/.exec(step)));
    expect(steps).toEqual(Array.from({ length: generation === "v1" ? 5 : 4 }, (_, index) => index + 1));
  });

  it("speaks of the list of allowed domains where there is one", () => {
    expect(comment.includes("Allowed domains")).toBe(generation === "v1");
  });
});
