import { isJsonObject } from "../../runtime/tolerant.ts";
import type { Allowed } from "./kinds.ts";

/**
 * Whether somebody whom the provider has signed in may use the desk: each claim that is named must have one of the
 * values that are named for it, or a list with one of them.
 *
 * @param claims of the id token; a claim inside another one is named by its path, as in `realm_access.roles`
 */
export function isAdmitted(claims: Record<string, unknown>, allowed: Allowed): boolean {
  if (allowed === "*") return true;
  const names = new Set(allowed.map(([claim]) => claim));
  return [...names].every((name) => {
    const found = valueAt(claims, name);
    const values = (Array.isArray(found) ? found : [found]).map(asWritten);
    return allowed.some(([claim, value]) => claim === name && values.includes(value));
  });
}

function valueAt(claims: Record<string, unknown>, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name.split(".").reduce((found: unknown, part) => {
    return isJsonObject(found) && Object.hasOwn(found, part) ? found[part] : undefined;
  }, claims);
}

function asWritten(value: unknown): string | undefined {
  return ["string", "number", "boolean"].includes(typeof value) ? String(value) : undefined;
}
