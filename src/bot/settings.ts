import { type Environment, givenValue, type Values as ValuesOf, valuesOf } from "../runtime/variables.ts";
import { languageDoubts, nameIn, SPOKEN } from "./languages.ts";
import { VARIABLES } from "./variables.ts";

type Values = ValuesOf<typeof VARIABLES>;

/** All settings, checked and in their own types, as they are in one language of the bank's list. */
export type Settings = Omit<Values, "CLINC_LANGUAGE"> & { CLINC_LANGUAGE: string };

/** What a bank has set. */
export type BankSettings = {
  /** The bank's list; with the first one speaks whoever's language is not in it, or not known. */
  languages: readonly string[];
  /** In the first language of the bank's list. */
  settings: Settings;
  /** In this language where the bank lists it, else in the first one. */
  settingsIn: (language: string) => Settings;
  /** A sentence for each wrong variable; its default is used. */
  complaints: string[];
  /** A sentence for each that is right, and probably not meant so. */
  doubts: string[];
};

/** Reads the settings, and whatever has a language of the bank's list behind its name. */
export function readSettings(environment: Environment): BankSettings {
  const complaints: string[] = [];
  const values = valuesOf(environment, VARIABLES, complaints);
  const spokenIn = (language: string) =>
    SPOKEN.map((name) => {
      const given = givenValue(environment, nameIn(language, name), VARIABLES[name], complaints);
      return [name, given ?? values[name]];
    });
  const languages = values.CLINC_LANGUAGE;
  const byLanguage = new Map(
    languages.map((language) => {
      const spoken = Object.fromEntries(spokenIn(language)) as Partial<Values>;
      return [language, { ...values, ...spoken, CLINC_LANGUAGE: language }];
    }),
  );
  const settings = byLanguage.get(languages[0] || "") as Settings;
  return {
    languages,
    settings,
    settingsIn: (language) => byLanguage.get(language) || settings,
    complaints,
    doubts: languageDoubts(environment, languages),
  };
}
