import { Calendar } from "../../scripts/report/count/calendar.ts";
import { namesIn } from "../../scripts/report/count/hand-over.ts";
import { LogCount } from "../../scripts/report/count/log-count.ts";
import { type Figures, figuresOf } from "../../scripts/report/figures.ts";
import { entriesInLine } from "../../scripts/report/read/entry.ts";
import { readReasons } from "../../scripts/report/reasons.ts";
import type { Environment } from "../../src/runtime/variables.ts";

/** What a report says of these lines. */
export function figuresIn(
  lines: readonly string[],
  { zone = "UTC", environment = {} }: { zone?: string; environment?: Environment } = {},
): Figures {
  const log = new LogCount(new Calendar(zone), namesIn(environment, []));
  for (const line of lines) log.add(entriesInLine(line));
  return figuresOf(log, readReasons());
}
