import { isVariableOfFunctions } from "../conversations/variables.ts";
import { nearest } from "../kit/nearest.ts";

/** Names of the shell that the scripts read; the function gets these values as secrets, never as variables. */
export const SECRETS_OF_SHELL = [
  "CLINC_HOST",
  "CLINC_APP_KEY",
  "CLINC_AI_VERSION",
  "CLINC_ASSIST_AI_VERSION",
  "CLINC_CONTEXT_KEY",
  "CLINC_OFF",
];

/**
 * Finds names that look like the function's variables and are none: one letter too many, or our own prefix.
 *
 * @param ours the names that the function reads
 * @returns each wrong name with the one that is probably meant, `""` when none is near
 */
export function misspelt(
  names: readonly string[],
  ours: readonly string[],
): Array<[wrong: string, right: string]> {
  return names
    .filter((name) => !isVariableOfFunctions(name) && !SECRETS_OF_SHELL.includes(name))
    .map((name): [string, string] => [name, nearest(name, ours)])
    .filter(([name, right]) => right !== "" || name.startsWith("CLINC_"));
}
