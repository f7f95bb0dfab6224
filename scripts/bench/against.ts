import { execFileSync } from "node:child_process";
import { GENERATIONS, type Generation } from "../build/generation.ts";
import { functionPath } from "../build/package-files.ts";
import { CommandFailure } from "../kit/command.ts";
import type { CannedReply } from "./canned-replies.ts";
import type { Confinement } from "./half-cpu.ts";
import type { Order } from "./measured-process.ts";
import { type AllocationLength, allocationOf, ownWorkOrder } from "./own-work.ts";
import { exactly, type Row } from "./row.ts";
import { ANSWERED, compared, comparedOnce, NAMES } from "./rows/compared.ts";
import { inTurns, type Length, orderFor, withClinc } from "./series.ts";
import { type StartLength, startInTurns } from "./start-up.ts";
import type { Workshop } from "./workshop.ts";

/** How long each part of the comparison is. */
export type AgainstLength = {
  starts: StartLength;
  ownWork: Length;
  allocation: AllocationLength;
  wholeTurns: Length;
};

/**
 * Compares the files of `dist` with those of a commit, in one run: both take turns under the same conditions.
 *
 * @param ref as git takes it: a tag, a branch, a commit
 * @throws {CommandFailure} when git knows no such commit, or it has no built files at today's place
 */
export async function measureAgainst(
  workshop: Workshop,
  confinement: Confinement,
  ref: string,
  length: AgainstLength,
): Promise<Row[]> {
  const pairs = GENERATIONS.map((generation): Pair => {
    const now = workshop.functions[generation];
    return {
      generation,
      now,
      before: workshop.add(`${generation}-before`, generation, builtFileAt(ref, generation)),
    };
  });
  const rows: Row[] = [];
  for (const pair of pairs) {
    const to = `${NAMES[pair.generation]} at ${ref}`;
    const measured = await measurePair(workshop, confinement, pair, length);
    rows.push(...measured.map((row) => ({ ...row, subject: NAMES[pair.generation], to })));
  }
  return rows;
}

/** The file to paste of a commit. */
export function builtFileAt(ref: string, generation: Generation): string {
  const path = `dist/${functionPath(generation)}`;
  try {
    const options = { cwd: import.meta.dirname, encoding: "utf8", maxBuffer: 1e7, stdio: "pipe" } as const;
    return execFileSync("git", ["show", "--end-of-options", `${ref}:./../../${path}`], options);
  } catch {
    throw new CommandFailure(
      `git has no ${path} of ${ref}: --against takes a commit, branch or tag that has it`,
    );
  }
}

/** Both files of one generation. */
type Pair = { generation: Generation; now: string; before: string };

async function measurePair(
  workshop: Workshop,
  confinement: Confinement,
  { generation, now, before }: Pair,
  { starts, ownWork, allocation, wholeTurns }: AgainstLength,
): Promise<Array<Omit<Row, "subject">>> {
  const both = <T>(made: (file: string) => T) => ({ now: made(now), before: made(before) });
  const ownOrder = (reply: CannedReply) => (file: string) => ({
    ...ownWorkOrder(workshop, generation, reply),
    file,
  });
  const bytes = (order: Order) => allocationOf(workshop, order, allocation);

  const loaded = await withClinc(workshop, confinement, 0, (host) => {
    const args = (order: Order) => [workshop.programs.firstReply, JSON.stringify(order)];
    const order = orderFor(workshop, generation, host);
    return startInTurns(
      both((file) => args({ ...order, file })),
      confinement,
      starts,
    );
  });
  const rows: Array<Omit<Row, "subject">> = [
    { measure: "start to the first reply", ...comparedOnce(loaded.now.process, loaded.before.process, "") },
  ];
  for (const reply of ["text", "carousel"] as const) {
    const orders = both(ownOrder(reply));
    const own = await inTurns(workshop, confinement, orders, ownWork);
    const [ofNow, ofBefore] = [await bytes(orders.now), await bytes(orders.before)];
    rows.push(
      { measure: `own work, ${ANSWERED[reply]}`, ...compared(own.now, own.before, "") },
      {
        measure: `allocated, ${ANSWERED[reply]}`,
        ratio: exactly(ofNow / ofBefore),
        value: exactly(ofNow / 1e3),
        unit: "kB",
      },
    );
  }
  const whole = await withClinc(workshop, confinement, 0, (host) => {
    const order = orderFor(workshop, generation, host);
    return inTurns(
      workshop,
      confinement,
      both((file) => ({ ...order, file })),
      wholeTurns,
    );
  });
  return [...rows, { measure: "whole turn", ...compared(whole.now, whole.before, "") }];
}
