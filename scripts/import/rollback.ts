import type { Installed, Variables } from "../account/installed.ts";
import { CommandFailure } from "../kit/command.ts";
import type { Backup } from "./backup.ts";
import type { Package } from "./package.ts";
import { mayBeSecret } from "./variables.ts";

/** The function is no longer there to be changed. */
class NotThere extends CommandFailure {
  override readonly name = "NotThere";

  constructor({ name, account }: Backup) {
    super(
      `The account ${account} has no function ${name} any more, and what is sent back is code and variables alone; bring it in without --rollback, and set it up again`,
    );
  }
}

/** A backup as what an import brings in. */
export function packageOf({ generation, name, description, code, variables }: Backup): Package {
  const texts = Object.entries(variables).map(([key, value]) => [key, String(value ?? "")] as const);
  if (generation === "v2")
    return {
      generation,
      content: { name, description, manifest: { code, environment: Object.fromEntries(texts) } },
    };
  const environmentVariables = texts.map(([key, value]) => ({ key, value }));
  return {
    generation,
    content: { name, description, implementation: { code, dependencies: [], environmentVariables } },
  };
}

/** What was set then; of what a backup does not hold, what is set now. */
export function restored(found: Variables, saved: Variables): Variables {
  const withheld = Object.entries(found).filter(([name]) => mayBeSecret(name));
  return { ...saved, ...Object.fromEntries(withheld) };
}

/** @throws {CommandFailure} when there is nothing to send it back to */
export function refuseNew(found: Installed | undefined, saved: Backup): void {
  if (!found) throw new NotThere(saved);
}
