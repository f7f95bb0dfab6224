import type { FunctionsApi } from "../../account/functions-api.ts";
import { invocationsOf } from "../../account/invocations.ts";
import { grouped } from "../../kit/terminal.ts";
import { type Check, ok, warning } from "../check.ts";
import { looked } from "./unseen.ts";

const CHECK = "month";
const DAY_MS = 86_400_000;

/** Looks at the invocations of the month, of all functions of the account together. */
export function examineMonth(api: FunctionsApi, now: Date): Promise<Check[]> {
  return looked(
    CHECK,
    async () => {
      const { used, limit } = await invocationsOf(api, now);
      const forecast = forecastOf(used, now);
      const left = grouped(Math.max(0, limit - used));
      const finding = `${grouped(used)} of ${grouped(limit)} invocations used, ${left} left; ${grouped(forecast)} by its end at this pace`;
      if (forecast <= limit) return ok(CHECK, finding);
      return warning(
        CHECK,
        finding,
        "Ask LivePerson what happens beyond them, and see dist/README.md on how to need fewer.",
      );
    },
    "In LivePerson Functions: look at the invocations of the account.",
  );
}

/** The first day is too short to tell a pace: it counts as a whole one. */
function forecastOf(used: number, now: Date): number {
  const start = Date.UTC(now.getUTCFullYear(), now.getUTCMonth());
  const end = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1);
  const passed = Math.max(DAY_MS, now.getTime() - start);
  return Math.round((used * (end - start)) / passed);
}
