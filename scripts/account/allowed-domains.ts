import * as z from "zod";
import { type FunctionsApi, path } from "./functions-api.ts";

const domains = z.array(z.looseObject({ domain: z.string() }));

/**
 * V1's list of allowed domains. The command line tool only adds to it, at this address; that it can be read there is an
 * assumption.
 *
 * @throws {AccountFailure} for any answer but a list
 */
export async function allowedDomains(api: FunctionsApi): Promise<string[]> {
  const list = await api.call("GET", path`/proxy-settings`, domains);
  return list.map(({ domain }) => domain.trim().toLowerCase());
}

/**
 * Whether a list allows a host. An entry may begin with `*.` for all names below it.
 *
 * @param host a name in small letters, without scheme and port
 */
export function isAllowed(host: string, list: readonly string[]): boolean {
  return list.some((entry) => entry === host || (entry.startsWith("*.") && host.endsWith(entry.slice(1))));
}
