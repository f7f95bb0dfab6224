import { items, kind, matching, variable, wholeNumber } from "../runtime/variables.ts";

/** The variables that say how Clinc is asked, for every function that asks it. */
export const CLINC_VARIABLES = {
  CLINC_SECRET_PREFIX: variable("clinc", matching(/^[\w-]{1,80}$/, "letters, digits, _ and -, at most 80")),
  CLINC_DEVICE: variable("liveperson", matching(/^\S+$/, "one word")),
  CLINC_LANGUAGE: variable("en", languageList()),
  CLINC_TIMEOUT_MS: variable("8000", wholeNumber(1000, 11_000)),
};

/** The first is spoken with consumers of whom nothing is known. */
function languageList() {
  return kind((text): readonly string[] | undefined => {
    const list = items(text);
    return list.length > 0 && list.every((code) => /^[a-z]{2}$/.test(code)) ? list : undefined;
  }, "an ISO 639-1 code, two small letters, or a list of such");
}
