import type { Deadline } from "./deadline.ts";
import { Fault, LASTING } from "./fault.ts";
import { isJsonObject } from "./tolerant.ts";
import { SECRET_NOT_FOUND, type Toolbelt } from "./toolbelt.ts";

/** Reads one secret by name; `""` when the account has none of that name or it is blank. */
export type ReadSecret = (name: string, deadline: Deadline) => Promise<string>;

/**
 * Reads from the account's Secret Storage, past V2's own five-minute cache: how long a value may be kept is decided
 * where it is kept.
 *
 * All that ask for a secret while it is being read wait for that one read, each until its own deadline. Once a wait was
 * in vain, the next to ask reads anew, so that no read that hangs is everybody's.
 *
 * @see https://developers.liveperson.com/liveperson-functions-getting-started-development-deep-dive-ui.html
 * @throws {Fault} when the storage does not answer
 */
export function secretReader(toolbelt: Toolbelt): ReadSecret {
  const underWay = new Map<string, Promise<string>>();
  return async (name, deadline) => {
    const reading = underWay.get(name) || read(toolbelt, name);
    underWay.set(name, reading);
    try {
      return await deadline.within(reading, storageUnavailable);
    } finally {
      if (underWay.get(name) === reading) underWay.delete(name);
    }
  };
}

async function read(toolbelt: Toolbelt, name: string): Promise<string> {
  try {
    return secretText(await toolbelt.SecretClient().readSecret(name, { useCache: false }));
  } catch (error) {
    if (isJsonObject(error) && error.code === SECRET_NOT_FOUND) return "";
    throw storageUnavailable(error);
  }
}

/** The fault of a storage that has not answered, or so late that nothing can be asked any more. */
export function storageUnavailable(cause?: unknown): Fault {
  const remedy = `LivePerson's Secret Storage did not answer in time; ${LASTING}`;
  return new Fault("network", "secret_storage_unavailable", remedy, { cause, isUnprocessed: true });
}

/**
 * Stands for a value that the storage hands out as a number: how it was written is lost, as in `1.23e+22`. The blank in
 * it keeps every check of a secret from taking it.
 */
const A_NUMBER = "a number";

/** The storage's types are no promise: a value arrives as string, number or object whatever was chosen in the UI. */
function secretText(entry: unknown): string {
  const value = isJsonObject(entry) ? entry.value : entry;
  if (isJsonObject(value)) return secretText("value" in value ? value.value : "");
  if (typeof value === "number") return A_NUMBER;
  return typeof value === "string" ? value.trim() : "";
}
