import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FUNCTION_NAMES } from "../../../scripts/build/functions.ts";
import { GENERATIONS } from "../../../scripts/build/generation.ts";
import { headComment } from "../../../scripts/build/head-comment.ts";
import { VERSION } from "../../../scripts/build/version.ts";
import {
  AGENT_DEFAULTS,
  AGENT_SECRET_MEANINGS,
  AGENT_VARIABLE_MEANINGS,
} from "../../../src/agent/meanings.ts";
import { DEFAULTS, SECRET_MEANINGS, VARIABLE_MEANINGS } from "../../../src/bot/meanings.ts";

const root = join(import.meta.dirname, "../../..");

/** What each function's comment has to name, and how many steps set it up on V2. */
const FUNCTIONS = {
  ClincBot: {
    defaults: DEFAULTS as Record<string, string>,
    meanings: VARIABLE_MEANINGS as Record<string, string>,
    secrets: SECRET_MEANINGS as Record<string, string>,
    event: "Third-Party Bots Custom Integration",
    steps: 4,
  },
  ClincAgent: {
    defaults: AGENT_DEFAULTS as Record<string, string>,
    meanings: AGENT_VARIABLE_MEANINGS as Record<string, string>,
    secrets: AGENT_SECRET_MEANINGS as Record<string, string>,
    event: "Conversational Command",
    steps: 4,
  },
};

const COMMENTS = FUNCTION_NAMES.flatMap((name) => GENERATIONS.map((generation) => ({ name, generation })));

function inOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

describe.each(COMMENTS)("the head comment of $name for $generation", ({ name, generation }) => {
  const comment = headComment(generation, name);
  const { defaults, meanings, secrets, event, steps } = FUNCTIONS[name];

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
    for (const [variable, standard] of Object.entries(defaults)) {
      const at = lines.indexOf(standard === "" ? `  ${variable}` : `  ${variable} = ${standard}`);
      expect(at, variable).toBeGreaterThan(0);
      expect(lines[at + 1]).toBe(`    ${meanings[variable]}`);
    }
    for (const [secret, meaning] of Object.entries(secrets))
      expect(
        lines.filter((line) => line.startsWith(`  clinc_${secret} `) && line.endsWith(` ${meaning}`)),
      ).toHaveLength(1);
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
    const numbers = comment.match(/^ {2}\d+\. /gm)?.map((step) => Number(/\d+/.exec(step)));
    const length = generation === "v1" ? steps + 1 : steps;
    expect(numbers).toEqual(Array.from({ length }, (_, index) => index + 1));
    expect(comment).toContain(`Event of the function: ${event}.`);
  });

  it("speaks of the list of allowed domains where there is one", () => {
    expect(comment.includes("Allowed domains")).toBe(generation === "v1");
  });
});
