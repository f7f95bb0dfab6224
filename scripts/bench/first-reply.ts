import type { Confinement } from "./half-cpu.ts";
import type { Order } from "./measured-process.ts";
import { orderFor, withClinc } from "./series.ts";
import { type StartLength, type Starts, startInTurns } from "./start-up.ts";
import type { Workshop } from "./workshop.ts";

const SUBJECTS = ["client", "requestPromise", "fetch", "v1", "v2"] as const;

/** Of each subject, and of V1 through request-promise. */
export type FirstReply = Record<(typeof SUBJECTS)[number] | "v1RequestPromise", Starts>;

/** From nothing to the first reply of a fresh process, with a Clinc on loopback that answers at once. */
export function measureFirstReply(
  workshop: Workshop,
  confinement: Confinement,
  length: StartLength,
): Promise<FirstReply> {
  const args = (order: Order) => [workshop.programs.firstReply, JSON.stringify(order)];
  return withClinc(workshop, confinement, 0, (host) => {
    const programs = SUBJECTS.map((subject) => [subject, args(orderFor(workshop, subject, host))] as const);
    const v1RequestPromise = args({ ...orderFor(workshop, "v1", host), httpClient: workshop.httpClient });
    return startInTurns({ ...Object.fromEntries(programs), v1RequestPromise }, confinement, length);
  }) as Promise<FirstReply>;
}
