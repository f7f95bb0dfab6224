import { clincReply, type Decision } from "../conversations/clinc-reply.ts";
import type { InMemoryAnswer } from "../stand-ins/functions/in-memory.ts";

/** The body of a query, as far as a Clinc in memory looks at it. */
export type Query = { query: string; dialog_seed: string };

/** Any answer in JSON. */
export function json(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<InMemoryAnswer> {
  return Promise.resolve({
    status,
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}

/** A connection that ends as a socket does, with this code. */
export function breaksOff(code: string): Promise<never> {
  return Promise.reject(Object.assign(new Error(code), { code }));
}

/** A whole reply of Clinc. A dialog is one session, as it is within Clinc's ten minutes. */
export function replyTo(
  query: Query,
  name: string,
  text: string,
  more: Pick<Decision, "liveperson" | "slots"> = {},
): Promise<InMemoryAnswer> {
  const decision = {
    intent: `${name}_start`,
    competency: name,
    state: name,
    text,
    probability: 0.9,
    ...more,
  };
  return json(200, clincReply(query, decision, query.dialog_seed));
}
