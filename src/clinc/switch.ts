import { Fault } from "../runtime/fault.ts";

/** The bank has taken the bot out, by a secret and so without a deployment: a wish, and nobody's failure. */
export class SwitchedOff extends Fault {
  /** @param way what consumers get meanwhile: a person, or an apology */
  constructor(
    readonly way: "transfer" | "apology",
    secret: string,
  ) {
    super("settings", "switched_off", `to let the bot work again, remove the secret "${secret}"`);
  }
}

/** Reads the switch; anything but its two words leaves the bot at work. */
export function readSwitch(value: string, secret: string): SwitchedOff | undefined {
  const way = value.toLowerCase();
  return way === "transfer" || way === "apology" ? new SwitchedOff(way, secret) : undefined;
}
