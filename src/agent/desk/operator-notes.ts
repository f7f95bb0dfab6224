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
    note(`${inTermsOfDesk(message)}${seen && ` (${seen})`}`);
  };
}

/** Writes one line. */
export function note(line: string): void {
  process.stderr.write(`[desk] ${line}\n`);
}

/** What the rooms of the functions say of secrets, and which environment variables of the desk these are. */
const SECRETS: ReadonlyArray<readonly [said: RegExp, name: string]> = [
  [/the host secret/, "CLINC_HOST"],
  [/the key secret/, "CLINC_APP_KEY"],
  [/its secret|the secret that ends in _context_key/, "CLINC_CONTEXT_KEY"],
];

/** What a function calls a secret is an environment variable of the desk. */
export function inTermsOfDesk(remedy: string): string {
  const named = remedy.replace(/(?:the secret )?"(clinc_\w+)"/g, (_, name: string) => name.toUpperCase());
  return SECRETS.reduce((text, [said, name]) => text.replace(said, name), named);
}

/** A defect of the desk: where it happened, and not what its message says, which may repeat what it was given. */
export function defectOf(error: unknown): Fault {
  const { name = "Error", stack = "" } = error instanceof Error ? error : {};
  const where =
    stack
      .split("\n")
      .find((line) => /^\s+at /.test(line))
      ?.trim() ?? "";
  return new Fault("contract", "internal_error", `a defect of the desk, please report it: ${name} ${where}`);
}
