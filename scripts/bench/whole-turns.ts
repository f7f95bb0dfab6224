import type { Confinement } from "./half-cpu.ts";
import { inTurns, type Length, orderFor, type Rounds, withClinc } from "./series.ts";
import type { Workshop } from "./workshop.ts";

const SUBJECTS = [
  "http",
  "client",
  "requestPromise",
  "fetch",
  "v1",
  "v2",
  "toolbelt",
  "axiosAndZod",
] as const;

/** What takes whole turns: each subject, and V1 through request-promise, which is what the platform's toolbelt hands out. */
export type WholeTurns = Record<(typeof SUBJECTS)[number] | "v1RequestPromise", Rounds>;

/** Whole turns against a Clinc on loopback, in a process of its own. */
export async function measureWholeTurns(
  workshop: Workshop,
  confinement: Confinement,
  length: Length,
): Promise<WholeTurns> {
  return withClinc(workshop, confinement, 0, (host) => {
    const orders = SUBJECTS.map((subject) => [subject, orderFor(workshop, subject, host)] as const);
    const v1RequestPromise = { ...orderFor(workshop, "v1", host), httpClient: workshop.httpClient };
    return inTurns(workshop, confinement, { ...Object.fromEntries(orders), v1RequestPromise }, length);
  }) as Promise<WholeTurns>;
}
