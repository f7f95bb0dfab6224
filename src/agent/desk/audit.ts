/** What an operator gets to know of a call. Never a text, a slot or a token: whoever adds a field adds none of these. */
export type AuditLine = {
  /** The provider's id; `""` for somebody who is not signed in. */
  agent: string;
  conversation: string;
  op: "sign_in" | "callback" | "session" | "briefing" | "suggestion" | "feedback";
  /** What it came to: a status or the code of an error. */
  status: string;
  /** Of a suggestion, and of a feedback the suggestion's. */
  intent?: string;
  score?: number;
  /** Of a feedback. */
  event?: string;
  /** The reason where the provider, the store or Clinc did not do. */
  fault?: string;
};

/** Writes what became of a call; `ms` is how long it took. */
export type Audit = (call: AuditLine & { ms: number }) => void;

/** A line of JSON on standard output, with the time of day in UTC. */
export const auditLine: Audit = (call) => {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), ...call })}\n`);
};
