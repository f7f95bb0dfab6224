import { isLoopback, isOneWord } from "../kit/loopback.ts";
import { type Check, failed, ok, warning } from "./check.ts";
import { whereToFixSecret } from "./where-to-fix.ts";

const NAME = "host";

/**
 * Looks at the host itself, before anybody goes there.
 *
 * A name without a dot is reached by nobody outside of its own network. It is more likely the App-Key, exchanged with
 * the host, and so it is not shown.
 */
export function examineHost({ host, hostname }: URL, prefix: string): Check {
  const place = whereToFixSecret(prefix, "host");
  if (isOneWord(hostname)) {
    const finding = "one word without a dot, which is not shown: it might be the App-Key";
    return failed(
      NAME,
      finding,
      `Put the host into CLINC_HOST and the App-Key into CLINC_APP_KEY, not the other way round. ${place}`,
    );
  }
  if (hostname.endsWith(".")) {
    const remedy = `Leave the dot out: certificates and V1's list of allowed domains have none. ${place}`;
    return warning(NAME, `${host} ends with a dot`, remedy);
  }
  return ok(NAME, host);
}

/** @returns the name for V1's list of allowed domains; `null` for what LivePerson cannot reach */
export function allowedName({ hostname }: URL): string | null {
  return isLoopback(hostname) || isOneWord(hostname) ? null : hostname.replace(/\.$/, "");
}
