import { now } from "../../runtime/clock.ts";
import { Fault } from "../../runtime/fault.ts";

/** Tells the operator what is wrong and what to do; it holds no secret and nothing that a consumer said. */
export type Note = (fault: Fault) => void;

const REPEATED_AFTER_MS = 60_000;

/** A line on standard error, for each reason once a minute: a Clinc that is down fails every call. */
export function operatorNotes(): Note {
  const last = new Map<string, number>();
  return ({ reason, message, cause }) => {
    const told = last.get(reason);
    if (told !== undefined && now() - told < REPEATED_AFTER_MS) return;
    last.set(reason, now());
    const seen = [cause?.status ? `HTTP ${cause.status}` : "", cause?.code ?? ""].filter(Boolean).join(", ");
    process.stderr.write(`[desk] ${message}${seen && ` (${seen})`}\n`);
  };
}

/** A defect of the desk: where it happened, and not what its message says, which may repeat what it was given. */
export function defect(error: unknown): Fault {
  const { name = "Error", stack = "" } = error instanceof Error ? error : {};
  const where = stack.split("\n").find((line) => /^\s+at /.test(line))?.trim() ?? "";
  return new Fault("contract", "internal_error", `a defect of the desk, please report it: ${name} ${where}`);
}
