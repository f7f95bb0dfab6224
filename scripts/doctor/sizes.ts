import { CHARACTER_LIMIT, characters } from "../build/size-budget.ts";
import { grouped } from "../kit/terminal.ts";
import { type Check, failed, ok, warning } from "./check.ts";

/** More characters than this LivePerson does not take. */
export const PLATFORM_LIMIT = 100_000;

/** Looks whether a built file is short enough to be pasted. */
export function examineSize(check: string, code: string): Check {
  const size = characters(code);
  const finding = `${grouped(size)} characters; LivePerson takes ${grouped(PLATFORM_LIMIT)}`;
  if (size > PLATFORM_LIMIT)
    return failed(check, finding, "Take out what was added, and build it again: npm run build.");
  if (size <= CHARACTER_LIMIT) return ok(check, finding);
  return warning(
    check,
    finding,
    `The build stops above ${grouped(CHARACTER_LIMIT)}: this file was changed by hand, or the build failed.`,
  );
}
