import { asText } from "../../src/runtime/tolerant.ts";
import type { Variables } from "../account/installed.ts";
import { isVariableOfFunctions } from "../conversations/variables.ts";

/** What stands in the Secret Storage does not come this way; a bank may have put something into a variable that belongs there. */
const SECRET = /key|secret|token|passw|credential/i;

/** Whether the value of a variable might be a secret, by its name: none of the functions' own is. */
export function mayBeSecret(name: string): boolean {
  return !isVariableOfFunctions(name) && SECRET.test(name);
}

/** Without those whose values might be secrets. */
export function withoutSecrets(variables: Variables): Variables {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !mayBeSecret(name)));
}

/**
 * What differs between two sets of variables, a line each.
 *
 * Values are shown of the functions' own variables alone: what others hold is not known here.
 */
export function differences(before: Variables, after: Variables): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => {
    const [old, next] = [before, after].map((all) => (name in all ? asText(all[name]) : undefined));
    if (old === next) return [];
    const isOwn = isVariableOfFunctions(name);
    const shown = (...values: string[]) =>
      isOwn ? ` ${values.map((value) => JSON.stringify(value)).join(" → ")}` : "";
    if (old === undefined) return [`${name} is added${shown(next ?? "")}`];
    if (next === undefined) return [`${name} is removed${shown(old)}`];
    return [`${name} changes${shown(old, next)}`];
  });
}
