import { paint } from "../kit/terminal.ts";
import type { Check, Status } from "./check.ts";
import { WHERE_TO_ALLOW_DOMAINS } from "./where-to-fix.ts";

const MARKS: Record<Status, [mark: string, style: Parameters<typeof paint>[0]]> = {
  ok: ["✓ ok", "green"],
  warning: ["! warning", "yellow"],
  failed: ["✗ failed", "red"],
  skipped: ["- skipped", "gray"],
};

const STATUSES = Object.keys(MARKS) as Status[];

const MARK_WIDTH = 11;
const NAME_WIDTH = 16;

/** Remedies are sentences; broken at this width, they fit beside the names on most terminals. */
const REMEDY_WIDTH = 90;

/** One check: a line with mark, name and finding, and the remedy below the finding. */
export function checkLines({ name, status, finding, remedy }: Check): string {
  const [mark, style] = MARKS[status];
  const line = `${paint(style, mark.padEnd(MARK_WIDTH))}${name.padEnd(NAME_WIDTH)}${finding}`;
  const indented = broken(remedy ?? "").map((part) => " ".repeat(MARK_WIDTH + NAME_WIDTH) + part);
  return [line, ...indented].join("\n");
}

/**
 * What stands below all checks: the domains to allow, and how many checks came to what.
 *
 * @param domain Clinc's
 * @param recordDomain of the service that keeps the records
 */
export function closingLines(
  checks: readonly Check[],
  domain: string | null,
  recordDomain: string | null,
): string {
  const allowed = domain ?? "none, there is no usable host or it is this machine";
  const record = recordDomain === null ? "" : `\nFor the record: ${recordDomain}`;
  return `\nDomain to allow (${WHERE_TO_ALLOW_DOMAINS}): ${allowed}${record}\n${sumOf(checks)}`;
}

/** How many checks came to what. */
export function sumOf(checks: readonly Check[]): string {
  const count = (wanted: Status) => checks.filter(({ status }) => status === wanted).length;
  const sum = `${checks.length} checks: ${STATUSES.map((status) => `${count(status)} ${status}`).join(", ")}`;
  const style = count("failed") > 0 ? "red" : count("warning") > 0 ? "yellow" : "green";
  return paint(style, sum);
}

function broken(text: string): string[] {
  return text.match(new RegExp(`.{1,${REMEDY_WIDTH}}(?: |$)`, "g"))?.map((part) => part.trimEnd()) ?? [];
}
