import { describe, expect, it } from "vitest";
import { agentSettingsTables, SETTINGS, settingsTables } from "../../../scripts/build/settings-tables.ts";
import {
  AGENT_DEFAULTS,
  AGENT_VARIABLE_MEANINGS,
  type AgentVariableName,
} from "../../../src/agent/meanings.ts";
import { DEFAULTS, VARIABLE_MEANINGS } from "../../../src/bot/meanings.ts";
import type { VariableName } from "../../../src/bot/variables.ts";
import { rowsOf } from "../../support/markdown.ts";

const VARIABLES = Object.entries(DEFAULTS) as Array<[VariableName, string]>;
const TABLES = settingsTables();
const ROWS = rowsOf(TABLES);

/** The variables that stand below a heading. */
function variablesBelow(heading: string): string[] {
  const [, part = ""] = TABLES.split(`### ${heading}\n`);
  return rowsOf(part.split("### ")[0] ?? "").flatMap(([name = ""]) => /^`(\w+)`$/.exec(name)?.[1] ?? []);
}

describe("the tables of settings", () => {
  it.each(VARIABLES)("name %s once, with its default and its meaning", (name, standard) => {
    const shown = standard === "" ? "" : `\`${standard}\``;
    const rows = ROWS.filter(([cell]) => cell === `\`${name}\``);
    expect(rows).toEqual([[`\`${name}\``, shown, VARIABLE_MEANINGS[name]]]);
  });

  it("name the secrets by their whole names", () => {
    const secrets = ROWS.filter((row) => row.length === 2).map(([name]) => name);
    expect(secrets).toEqual([
      "secret",
      expect.stringMatching(/^-+$/),
      "`clinc_host`",
      "`clinc_app_key`",
      "`clinc_ai_version`",
      "`clinc_context_key`",
      "`clinc_off`",
    ]);
  });

  it("begin with what a bank looks at on day one, above all the skill for transfers", () => {
    const dayOne = variablesBelow("Variables for day one");
    expect(dayOne[0]).toBe("TRANSFER_SKILL");
    expect(dayOne.length).toBeLessThan(10);
  });

  it("keep the bot's own words together", () => {
    const words = variablesBelow("Variables for the bot's own words");
    expect(words).toEqual(expect.arrayContaining(["WELCOME_MESSAGE", "APOLOGY_MESSAGE"]));
    expect(words.filter((name) => !/_(MESSAGE|QUERY)$/.test(name))).toEqual([]);
  });

  it("hold every variable below one of four headings", () => {
    const headings = [...TABLES.matchAll(/^### (Variables .+)$/gm)].map(([, heading = ""]) => heading);
    expect(headings).toHaveLength(4);
    expect(headings.flatMap(variablesBelow).sort()).toEqual(Object.keys(DEFAULTS).sort());
  });
});

describe("the tables of the slash command", () => {
  const rows = rowsOf(agentSettingsTables());

  it.each(Object.entries(AGENT_DEFAULTS))(
    "name %s once, with its default and its meaning",
    (name, standard) => {
      const shown = standard === "" ? "" : `\`${standard}\``;
      const meaning = AGENT_VARIABLE_MEANINGS[name as AgentVariableName];
      expect(rows.filter(([cell]) => cell === `\`${name}\``)).toEqual([[`\`${name}\``, shown, meaning]]);
    },
  );

  it("name the secrets by their whole names, those that the bot has not among them", () => {
    const secrets = rows.filter((row) => row.length === 2).map(([name]) => name);
    expect(secrets.slice(2).sort()).toEqual(
      ["host", "app_key", "ai_version", "assist_ai_version", "context_key", "off"]
        .map((name) => `\`clinc_${name}\``)
        .sort(),
    );
  });
});

describe("what the build writes into a document", () => {
  it("holds no mark, at which the next build would cut it, and no mark twice", () => {
    const marks = SETTINGS.flatMap((one) => one.marks);
    expect(new Set(marks).size).toBe(marks.length);
    for (const { tables } of SETTINGS) for (const mark of marks) expect(tables()).not.toContain(mark);
  });
});
