import { AccountFailure } from "../../account/failure.ts";
import { type Check, failed, warning } from "../check.ts";

/**
 * Looks at something in the account, and says so where the account does not show it. That alone is no fault of the
 * set-up: the user of the login may see less than an administrator, and not all of these calls are documented.
 *
 * @param byHand where a person sees it
 */
export async function looked(
  name: string,
  look: () => Promise<Check | Check[]>,
  byHand: string,
): Promise<Check[]> {
  try {
    return [await look()].flat();
  } catch (error) {
    if (!(error instanceof AccountFailure)) throw error;
    return [warning(name, `not seen: ${error.finding}`, `${sentence(error.remedy)} ${byHand}`)];
  }
}

/** The check of something without which nothing else can be looked at. */
export function failedCall(name: string, error: unknown): Check {
  if (!(error instanceof AccountFailure)) throw error;
  return failed(name, error.finding, sentence(error.remedy));
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith("?") ? "" : "."}`;
}
