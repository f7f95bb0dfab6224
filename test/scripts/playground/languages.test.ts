import { describe, expect, it } from "vitest";
import { LANGUAGES, speaking } from "../../../scripts/playground/languages.ts";
import { readSettings } from "../../../src/bot/settings.ts";

const SKILL = { TRANSFER_SKILL: "human-agents" };

describe("a bank that speaks another language", () => {
  it.each(LANGUAGES.filter(({ value }) => value !== ""))(
    "has a list, a skill and words in $title, none of them wrong or never read",
    ({ value }) => {
      const code = value.slice(0, 2);
      const environment = speaking(value, SKILL);
      const { languages, settings, settingsIn, complaints, doubts } = readSettings(environment);
      expect([...complaints, ...doubts]).toEqual([]);
      expect(languages).toEqual(["en", code]);
      const theirs = settingsIn(code);
      const names = ["TRANSFER_SKILL", "TRANSFER_MESSAGE", "APOLOGY_MESSAGE", "UNSUPPORTED_MESSAGE"] as const;
      const others = ["PUBLIC_MESSAGE", "CHOOSE_MESSAGE", "LIST_MESSAGE", "WELCOME_QUERY"] as const;
      for (const name of [...names, ...others]) expect(theirs[name], name).not.toBe(settings[name]);
    },
  );

  it("keeps what is set already, in this language too", () => {
    const set = { ...SKILL, CLINC_LANGUAGE: "fr", APOLOGY_MESSAGE_ES: "Perdón." };
    expect(speaking("es-ES", set)).toMatchObject({
      CLINC_LANGUAGE: "fr, es",
      TRANSFER_SKILL: "human-agents",
      APOLOGY_MESSAGE_ES: "Perdón.",
      TRANSFER_SKILL_ES: "human-agents-es",
    });
  });

  it("lists a language once, however often it is asked for, beside those of before", () => {
    const german = speaking("de-DE", speaking("es-ES", speaking("de-DE", SKILL)));
    expect(german).toMatchObject({ CLINC_LANGUAGE: "en, de, es", LIST_MESSAGE_ES: expect.any(String) });
  });

  it.each(["", "en-GB", "fr-FR"])("stays as it is for a consumer of %j", (language) => {
    expect(speaking(language, SKILL)).toEqual(SKILL);
  });
});
