import { readFileSync } from "node:fs";
import type { Environment } from "../../runtime/variables.ts";
import { SECRETS } from "./variables.ts";

/**
 * The environment with each secret in it that a file holds, as Docker and Kubernetes hand them in. They are read once:
 * whoever changes one restarts the desk.
 *
 * @param complaints gets a sentence for a secret that is given twice, and for a file that cannot be read or is empty
 */
export function withSecretFiles(environment: Environment, complaints: string[]): Environment {
  const read = SECRETS.flatMap((name) => {
    const file = environment[`${name}_FILE`]?.trim();
    if (!file) return [];
    if (environment[name]?.trim()) {
      complaints.push(`${name} and ${name}_FILE are both set; keep one of them`);
      return [];
    }
    const text = textOf(file);
    if (text === "") complaints.push(`${name}_FILE must name a file that can be read and is not empty`);
    return [[name, text] as const];
  });
  return { ...environment, ...Object.fromEntries(read) };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return "";
  }
}
