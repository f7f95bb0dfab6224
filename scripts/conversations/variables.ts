import { AGENT_VARIABLES } from "../../src/agent/variables.ts";
import { isVariable } from "../../src/bot/languages.ts";
import { VARIABLES } from "../../src/bot/variables.ts";

/** Whether one of the functions may read an environment variable of this name. */
export function isVariableOfFunctions(name: string): boolean {
  return isVariable(name) || Object.keys(AGENT_VARIABLES).includes(name);
}

/** Their names, without those that have a language behind them. */
export const VARIABLES_OF_FUNCTIONS: readonly string[] = [
  ...new Set([...Object.keys(VARIABLES), ...Object.keys(AGENT_VARIABLES)]),
];
