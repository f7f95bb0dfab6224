import { namesIn } from "../../../src/bot/languages.ts";
import { DEFAULTS } from "../../../src/bot/meanings.ts";
import { readSettings } from "../../../src/bot/settings.ts";
import { asText } from "../../../src/runtime/tolerant.ts";
import type { Environment } from "../../../src/runtime/variables.ts";
import type { Variables } from "../../account/installed.ts";
import { type Check, ok, warning } from "../check.ts";
import { SECRETS_OF_SHELL } from "../spelling.ts";
import { judgeVariables } from "../variables.ts";

const CHECK = "variables";
const STANDARDS: Record<string, string> = DEFAULTS;

/** What only the doctor needs to be told: the function has it from the platform. */
const OF_PLATFORM = "CONTEXT_ACCOUNT";

/** Texts by name, as a function reads them. */
export function textsOf(variables: Variables): Environment {
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, asText(value)]));
}

/**
 * Looks at the variables that a function has in the account, by themselves and against those of the shell. No value is
 * repeated.
 *
 * @param name of the function
 */
export function examineSetVariables(variables: Variables, shell: Environment, name: string): Check[] {
  const set = textsOf(variables);
  const others = unlike(set, shell);
  const checks = [
    ...judgeVariables(CHECK, set).filter(({ status }) => status !== "ok"),
    ...SECRETS_OF_SHELL.filter((secret) => secret in set).map((secret) =>
      warning(CHECK, ...misplaced(secret)),
    ),
    ...(others.length > 0
      ? [warning(CHECK, `not as in this shell: ${others.join(", ")}`, setAlike(name))]
      : []),
  ];
  if (checks.length > 0) return checks;
  return [ok(CHECK, `${Object.keys(set).length} set, as they should be`)];
}

function setAlike(name: string): string {
  return `Set them alike. In LivePerson Functions: open ${name}, its environment variables, and deploy it again.`;
}

function misplaced(secret: string): [finding: string, remedy: string] {
  return [
    `${secret} is a variable there, and the function reads it as a secret alone`,
    "In LivePerson Functions: put it into Settings, Secret Storage, under its own name, and take the variable out. A key that stood there may have been read: make a new one.",
  ];
}

/** The variables that have other values than the shell's; none where the shell has none of them. */
function unlike(set: Environment, shell: Environment): string[] {
  const names = [set, shell].flatMap((one) => [
    ...Object.keys(DEFAULTS),
    ...namesIn(readSettings(one).languages),
  ]);
  if (!names.some((name) => name !== OF_PLATFORM && shell[name]?.trim())) return [];
  const valueIn = (one: Environment, name: string) => one[name]?.trim() || STANDARDS[name];
  const isAsked = (name: string) => name !== OF_PLATFORM || Boolean(set[name]?.trim());
  return [...new Set(names)].filter((name) => isAsked(name) && valueIn(set, name) !== valueIn(shell, name));
}
