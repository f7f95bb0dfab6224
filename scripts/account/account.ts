import * as z from "zod";
import { UsageError } from "../kit/command.ts";

/** Who calls. */
export type Account = { accountId: string; userId: string; token: string };

/** What an address and a header can carry; beyond that these would be a slip of copying. */
const environment = z.object({
  LIVEPERSON_ACCOUNT: z.string().trim().regex(/^\w+$/),
  LIVEPERSON_USER_ID: z.string().trim().min(1),
  LIVEPERSON_TOKEN: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]+$/),
});

/**
 * Reads who calls from LIVEPERSON_ACCOUNT, LIVEPERSON_USER_ID and LIVEPERSON_TOKEN.
 *
 * @throws {UsageError} that names what is missing or malformed, and never a value
 */
export function accountOfEnvironment(variables: Record<string, string | undefined>): Account {
  const names = Object.keys(environment.shape);
  const missing = names.filter((name) => !variables[name]?.trim());
  if (missing.length > 0)
    throw new UsageError(
      `${names.slice(0, -1).join(", ")} and ${names.at(-1)} must be set in the environment; there is no ${missing.join(", and no ")}`,
    );
  const read = environment.safeParse(variables);
  if (!read.success) {
    const wrong = read.error.issues.map(({ path }) => path.join()).join(" and ");
    throw new UsageError(`${wrong} must be one word, as LivePerson shows it`);
  }
  const { LIVEPERSON_ACCOUNT, LIVEPERSON_USER_ID, LIVEPERSON_TOKEN } = read.data;
  return { accountId: LIVEPERSON_ACCOUNT, userId: LIVEPERSON_USER_ID, token: LIVEPERSON_TOKEN };
}
