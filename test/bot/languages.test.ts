import { describe, expect, it } from "vitest";
import { isVariable, languageDoubts, namesIn, SPOKEN } from "../../src/bot/languages.ts";
import { VARIABLES } from "../../src/bot/variables.ts";

describe("what depends on the consumer's language", () => {
  it("is every message, every query, and who takes over", () => {
    const names = Object.keys(VARIABLES);
    expect(SPOKEN).toEqual(
      names.filter(
        (name) => name.endsWith("_MESSAGE") || name.endsWith("_QUERY") || name.startsWith("TRANSFER_SKILL"),
      ),
    );
    expect(SPOKEN).toContain("TRANSFER_SKILL");
  });

  it("has the language behind its name, in capitals", () => {
    expect(namesIn(["es"])).toContain("APOLOGY_MESSAGE_ES");
    expect(namesIn(["es", "de"])).toHaveLength(2 * SPOKEN.length);
  });
});

describe("the name of a variable", () => {
  it("is one of the table, or one with a language behind it", () => {
    for (const name of ["CLINC_DEVICE", "APOLOGY_MESSAGE", "APOLOGY_MESSAGE_ES", "TRANSFER_SKILL_DE"])
      expect(isVariable(name)).toBe(true);
    for (const name of ["PATH", "CLINC_DEVICE_ES", "APOLOGY", "MY_APOLOGY_MESSAGE_ES", "toString"])
      expect(isVariable(name)).toBe(false);
  });
});

describe("what is probably not meant so", () => {
  it("is nothing in a bank of one language", () => {
    expect(languageDoubts({ TRANSFER_SKILL: "human", APOLOGY_MESSAGE: "Sorry.", PATH: "/" }, ["en"])).toEqual(
      [],
    );
    expect(languageDoubts({}, ["en", "es"])).toEqual([]);
  });

  it.each(["APOLOGY_MESSAGE_FR", "APOLOGY_MESSAGE_es", "APOLOGY_MESSAGE_ES_MX", "WELCOME_QUERY_SPANISH"])(
    "is %s, which nobody reads",
    (name) => {
      expect(
        languageDoubts({ [name]: "secret words", APOLOGY_MESSAGE_ES: "Lo siento." }, ["en", "es"]),
      ).toEqual([`${name} is never read: it ends in no language of CLINC_LANGUAGE, in capitals`]);
      expect(languageDoubts({ [name]: " " }, ["en", "es"])).toEqual([]);
    },
  );

  it.each([
    [{ TRANSFER_SKILL: "human" }, ["TRANSFER_SKILL_ES", "TRANSFER_SKILL_DE"]],
    [{ TRANSFER_SKILL: "human", TRANSFER_SKILL_ES: "human-es" }, ["TRANSFER_SKILL_DE"]],
    [{ TRANSFER_SKILL_ES: "human-es" }, ["TRANSFER_SKILL_EN", "TRANSFER_SKILL_DE"]],
    [
      { TRANSFER_SKILL_EN: "human", TRANSFER_SKILL_ES: "human-es", TRANSFER_SKILL_DE: " " },
      ["TRANSFER_SKILL_DE"],
    ],
    [
      { TRANSFER_SKILLS: "card_lost=human-fraud", TRANSFER_SKILLS_ES: "card_lost=fraude" },
      ["TRANSFER_SKILLS_DE"],
    ],
  ])("is a language without a skill where others have one: %j", (environment, names) => {
    expect(languageDoubts(environment, ["en", "es", "de"])).toEqual(
      names.map((name) => `${name} is missing: agents may not speak the consumer's language`),
    );
  });
});
