import { DEFAULTS, VARIABLE_MEANINGS } from "../../src/bot/meanings.ts";
import { VARIABLES, type VariableName } from "../../src/bot/variables.ts";
import { givenValue } from "../../src/runtime/variables.ts";
import { GROUP_OF, type Group } from "../build/settings-tables.ts";
import type { VariableView } from "./view.ts";

const TITLES: Record<Group, string> = {
  "day one": "The usual ones",
  wordings: "The bot's own words",
  record: "The record",
  behaviour: "Behaviour",
};

/** The function's variables by group, the usual ones first. The channel has a switch of its own. */
export function settingsToChoose(): VariableView[] {
  const names = Object.keys(GROUP_OF) as VariableName[];
  return names
    .filter((name) => name !== "CHANNEL")
    .map((name) => {
      const choices = choicesOf(name);
      return {
        name,
        group: TITLES[GROUP_OF[name]],
        standard: DEFAULTS[name],
        meaning: VARIABLE_MEANINGS[name],
        ...(choices && { choices }),
      };
    });
}

/** The function itself names the right values when it is given a wrong one. */
function choicesOf(name: VariableName): string[] | undefined {
  const complaints: string[] = [];
  givenValue({ [name]: "?" }, name, VARIABLES[name], complaints);
  const [, listed] =
    / must be (?:one of )?(true or false|[\w-]+(?:, [\w-]+)+);/.exec(complaints[0] ?? "") ?? [];
  return listed?.split(/, | or /);
}
