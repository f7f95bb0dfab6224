import type { Environment } from "../runtime/variables.ts";
import { VARIABLES, type VariableName } from "./variables.ts";

/** What depends on the consumer's language: what is said, what Clinc is asked in the consumer's place, who takes over. */
export const SPOKEN = (Object.keys(VARIABLES) as VariableName[]).filter((name) =>
  /_(MESSAGE|QUERY)$|^TRANSFER_SKILLS?$/.test(name),
);

const SPOKEN_NAME = new RegExp(`^(${SPOKEN.join("|")})_(\\w+)$`);

/** `APOLOGY_MESSAGE` in `es` is `APOLOGY_MESSAGE_ES`. */
export function nameIn(language: string, name: VariableName): string {
  return `${name}_${language.toUpperCase()}`;
}

/** All such names for the bank's list of languages. */
export function namesIn(languages: readonly string[]): string[] {
  return languages.flatMap((language) => SPOKEN.map((name) => nameIn(language, name)));
}

/** Whether the function may read a variable of this name: one of the table, or one with a language behind it. */
export function isVariable(name: string): boolean {
  return Object.keys(VARIABLES).includes(name) || SPOKEN_NAME.test(name);
}

/**
 * What is probably not meant so, a sentence each: a variable for a language that the bank does not list, and a language
 * without a skill where others have one.
 *
 * @param languages the bank's list; the variables without a language behind them are the first one's
 */
export function languageDoubts(environment: Environment, languages: readonly string[]): string[] {
  const isSet = (name: string) => Boolean(environment[name]?.trim());
  const read = namesIn(languages);
  const unread = Object.keys(environment).filter(
    (name) => SPOKEN_NAME.test(name) && isSet(name) && !read.includes(name),
  );
  const missing = (["TRANSFER_SKILL", "TRANSFER_SKILLS"] as const).flatMap((skill) => {
    const names = languages.map((language, index) =>
      index === 0 && isSet(skill) ? skill : nameIn(language, skill),
    );
    return names.some(isSet) ? names.filter((name) => !isSet(name)) : [];
  });
  return [
    ...unread.map((name) => `${name} is never read: it ends in no language of CLINC_LANGUAGE, in capitals`),
    ...missing.map((name) => `${name} is missing: agents may not speak the consumer's language`),
  ];
}
