/** What an operator gets to know of a call. Never a text, a slot or a token: whoever adds a field adds none of these. */
export type Audited = {
  /** The provider's id; `""` for somebody who is not signed in. */
  agent: string;
  conversation: string;
  op: "sign_in" | "callback" | "session" | "briefing" | "suggestion" | "feedback";
  /** What it came to: a status or the code of an error. */
  status: string;
  ms: number;
  intent?: string;
  score?: number;
  /** Of a feedback. */
  event?: string;
  /** The reason where the store or Clinc did not answer. */
  fault?: string;
};

/** Writes one line. */
export type Audit = (call: Audited) => void;

/** A line of JSON a call on standard output, with the time of day in UTC. */
export const auditLine: Audit = (call) => {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), ...call })}\n`);
};
