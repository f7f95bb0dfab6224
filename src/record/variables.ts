import { kind, matching, variable, wholeNumber } from "../runtime/variables.ts";
import { contextAddress } from "./place.ts";

/** The variables that say where records are kept, for every function that writes or reads them. */
export const RECORD_VARIABLES = {
  CONTEXT_HOST: variable(
    "z1",
    kind((text) => (contextAddress(text) ? text : undefined), "z1, z2, z3 or a host under .liveperson.net"),
  ),
  CONTEXT_ACCOUNT: variable("", matching(/^[\w-]{0,100}$/, "LivePerson's number of the account")),
  CONTEXT_TTL_HOURS: variable("24", wholeNumber(1, 168)),
};
