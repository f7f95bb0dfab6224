import { AGENT_VARIABLES } from "../../src/agent/variables.ts";
import { isVariable } from "../../src/bot/languages.ts";

/** Whether one of the functions may read an environment variable of this name. */
export function isVariableOfFunctions(name: string): boolean {
  return isVariable(name) || Object.keys(AGENT_VARIABLES).includes(name);
}
