import type { Fault } from "../../src/runtime/fault.ts";

/** What a check came to; `skipped` when something that it needs has failed. */
export type Status = "ok" | "warning" | "failed" | "skipped";

/** One thing that the doctor looked at. No field ever holds the App-Key. */
export type Check = {
  name: string;
  status: Status;
  /** What was found, on one line. */
  finding: string;
  /** What to do next, and where. */
  remedy?: string;
};

export function ok(name: string, finding: string): Check {
  return { name, status: "ok", finding };
}

/** It works, but not as well as it could. */
export function warning(name: string, finding: string, remedy: string): Check {
  return { name, status: "warning", finding, remedy };
}

export function failed(name: string, finding: string, remedy: string): Check {
  return { name, status: "failed", finding, remedy };
}

/** @param finding why it was not looked at */
export function skipped(name: string, finding: string): Check {
  return { name, status: "skipped", finding };
}

/**
 * A check that failed with a fault of the deployed function: the reason is the one that its log and the agent would
 * see, so that all three can be looked up in the same table.
 *
 * @param where the place to put it right
 */
export function failedBy(name: string, fault: Fault, finding: string, where = ""): Check {
  const advice = `${fault.remedy.charAt(0).toUpperCase()}${fault.remedy.slice(1)}.`;
  return failed(name, `${finding} (${fault.reason})`, `${advice} ${where}`.trim());
}
