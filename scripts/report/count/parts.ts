import type { Turn } from "../read/line.ts";
import { DurationCount, type Durations } from "./durations.ts";

/** The fields of a turn's line that tell where its time went, and what each is for people. */
export const PARTS = {
  totalMs: "the whole turn",
  clincMs: "asking Clinc",
  contextMs: "the record",
  secretsMs: "reading secrets",
  waitedMs: "waiting for the turn before",
  ownMs: "the function itself",
} as const;

/** The name of such a field. */
export type Part = keyof typeof PARTS;

/** Beyond it consumers notice, milliseconds. */
export const SLOW_MS = 5_000;

/** How long each part of a turn took, and how many turns took longer than {@link SLOW_MS}. */
export type PartFigures = { parts: Array<{ part: Part; durations: Durations }>; slow: number };

/** Counts how long turns took. */
export class Parts {
  private slow = 0;
  private readonly counts = Object.keys(PARTS).map((part) => [part as Part, new DurationCount()] as const);

  add(turn: Turn): void {
    if ((turn.totalMs ?? 0) > SLOW_MS) this.slow += 1;
    for (const [part, count] of this.counts) count.add(turn[part]);
  }

  figures(): PartFigures {
    const parts = this.counts.flatMap(([part, count]) => {
      const durations = count.durations();
      return durations ? [{ part, durations }] : [];
    });
    return { parts, slow: this.slow };
  }
}
