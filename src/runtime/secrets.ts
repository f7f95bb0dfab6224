import type { Deadline } from "./deadline.ts";
import { Fault } from "./fault.ts";
import { isJsonObject } from "./tolerant.ts";
import { SECRET_NOT_FOUND, type Toolbelt } from "./toolbelt.ts";

/** Reads one secret by name; `""` when the account has none of that name or it is blank. */
export type ReadSecret = (name: string, deadline: Deadline) => Promise<string>;

/**
 * Reads from the account's Secret Storage, past V2's own five-minute cache: how long a value may be kept is decided
 * where it is kept.
 *
 * @see https://developers.liveperson.com/liveperson-functions-getting-started-development-deep-dive-ui.html
 * @throws {Fault} when the storage does not answer
 */
export function secretReader(toolbelt: Toolbelt): ReadSecret {
  return async (name, deadline) => {
    const unavailable = (cause?: unknown) =>
      new Fault(
        "network",
        "secret_storage_unavailable",
        "LivePerson's Secret Storage did not answer; if this lasts, open a case with LivePerson",
        { cause, isUnprocessed: true },
      );
    try {
      const reading = Promise.resolve(toolbelt.SecretClient().readSecret(name, { useCache: false }));
      return secretText(await deadline.within(reading, unavailable));
    } catch (error) {
      if (isJsonObject(error) && error.code === SECRET_NOT_FOUND) return "";
      throw error instanceof Fault ? error : unavailable(error);
    }
  };
}

/** The storage's types are no promise: a value arrives as string, number or object whatever was chosen in the UI. */
function secretText(entry: unknown): string {
  const value = isJsonObject(entry) ? entry.value : entry;
  if (isJsonObject(value)) return secretText("value" in value ? value.value : "");
  return typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
}
