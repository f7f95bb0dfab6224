import { readSwitch } from "../../src/clinc/switch.ts";
import { type Check, warning } from "./check.ts";
import { whereToFixSecret } from "./where-to-fix.ts";

/** Looks at the secret that takes the bot out; there is nothing to look at in most accounts. */
export function examineSwitch(given: string | undefined, prefix: string): Check[] {
  const value = given?.trim() ?? "";
  if (value === "") return [];
  const off = readSwitch(value, `${prefix}_off`);
  const finding = off
    ? `CLINC_OFF is ${off.way}: the bot stands aside, and asks Clinc nothing`
    : "CLINC_OFF is neither transfer nor apology: the bot works";
  return [warning("switch", finding, whereToFixSecret(prefix, "off"))];
}
