import { namesIn } from "../../src/bot/languages.ts";
import { DEFAULTS, VARIABLE_MEANINGS } from "../../src/bot/meanings.ts";
import { readSettings } from "../../src/bot/settings.ts";
import { grouped } from "../kit/terminal.ts";
import { type Check, failed, ok, warning } from "./check.ts";
import { misspelt } from "./spelling.ts";
import { WHERE_TO_FIX_VARIABLES } from "./where-to-fix.ts";

/** The longest value of an environment variable, in characters. */
const LONGEST_VALUE = { v1: 200, v2: 1_024 };

const NAMES = Object.keys(DEFAULTS);
const MEANINGS: Record<string, string> = VARIABLE_MEANINGS;

/**
 * Looks at the function's environment variables as this shell has them; values are not repeated.
 *
 * @param environment the whole one: a name that was misspelt stands somewhere in it
 */
export function examineVariables(environment: Record<string, string | undefined>): Check[] {
  const { settings } = readSettings(environment);
  return [...judgeVariables("settings", environment), transferSkill(settings.TRANSFER_SKILL)];
}

/**
 * Looks at variables, wherever they are set.
 *
 * @param name of the checks
 */
export function judgeVariables(name: string, environment: Record<string, string | undefined>): Check[] {
  const { languages, complaints, doubts } = readSettings(environment);
  const ours = [...NAMES, ...namesIn(languages)];
  const given = ours.filter((variable) => environment[variable]?.trim());
  const named = given.filter((variable) => NAMES.includes(variable));
  const checks = [
    ...complaints.map((complaint) => failed(name, complaint, WHERE_TO_FIX_VARIABLES)),
    ...doubts.map((doubt) => warning(name, doubt, WHERE_TO_FIX_VARIABLES)),
    ...given.flatMap((variable) => tooLong(name, variable, environment[variable] ?? "")),
    ...misspelt(Object.keys(environment), ours).map(([wrong, right]) =>
      warning(
        name,
        `${wrong} is none of the function's variables${right && `; is ${right} meant?`}`,
        "Correct the name: the function never reads this one.",
      ),
    ),
  ];
  const count = `${named.length} of ${NAMES.length} variables set, the others at their defaults`;
  return checks.length > 0 ? checks : [ok(name, count)];
}

function tooLong(name: string, variable: string, value: string): Check[] {
  const { length } = value.trim();
  if (length <= LONGEST_VALUE.v1) return [];
  const finding = `${variable} has ${grouped(length)} characters; LivePerson takes ${LONGEST_VALUE.v1} on V1, ${grouped(LONGEST_VALUE.v2)} on V2`;
  const meaning = MEANINGS[variable] ?? MEANINGS[variable.slice(0, -"_ES".length)];
  const remedy = `Shorten it: ${meaning}. ${WHERE_TO_FIX_VARIABLES}`;
  return [length > LONGEST_VALUE.v2 ? failed(name, finding, remedy) : warning(name, finding, remedy)];
}

function transferSkill(skill: string): Check {
  const name = "transfer skill";
  if (skill !== "") return ok(name, "TRANSFER_SKILL is set");
  return warning(
    name,
    "TRANSFER_SKILL is not set: a handover loses Clinc's text and the summary for the agent",
    `Without it LivePerson escalates as the bot itself is configured to. Set it to the name of your agents' skill. ${WHERE_TO_FIX_VARIABLES}`,
  );
}
