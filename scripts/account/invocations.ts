import * as z from "zod";
import { type FunctionsApi, path } from "./functions-api.ts";

const limits = z.looseObject({ invocationLimitPerMonth: z.number().positive() });
const counts = z.looseObject({ successfulInvocations: z.number(), unsuccessfulInvocations: z.number() });

/**
 * Free ones, according to Clinc's page on LivePerson; the contract with LivePerson decides.
 *
 * @see https://api.clinc.com/platform/documentation/v2/platform_reference/live_person.html
 */
export const FREE_A_MONTH = 150_000;

/** Invocations of all functions of an account. */
export type Invocations = {
  /** Since the month began, in UTC; the failed ones count. */
  used: number;
  /** That a month may have. */
  limit: number;
};

/**
 * What the account has used of its month, as `lpf get account` asks for it.
 *
 * @throws {AccountFailure} where the account does not tell
 */
export async function invocationsOf(api: FunctionsApi, now: Date): Promise<Invocations> {
  const start = String(Date.UTC(now.getUTCFullYear(), now.getUTCMonth()));
  const { invocationLimitPerMonth } = await api.call("GET", path`/reports/limitCounts`, limits);
  const since = path`/reports/invocationCounts?startTimestamp=${start}&endTimestamp=${String(now.getTime())}`;
  const { successfulInvocations, unsuccessfulInvocations } = await api.call("GET", since, counts);
  return { used: successfulInvocations + unsuccessfulInvocations, limit: invocationLimitPerMonth };
}
