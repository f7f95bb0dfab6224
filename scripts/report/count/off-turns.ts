import type { Turn } from "../read/line.ts";

/** The intent of a turn that the secret `clinc_off` answered. */
export const SWITCHED_OFF = "switched_off";

/** Turns that were answered while the bot was off; those that got an apology are in conversations that count as kept. */
export type OffFigures = { turns: number; apologies: number; lastDay?: string };

/** Counts what reached the bot while it was off. */
export class OffTurns {
  private readonly sums: OffFigures = { turns: 0, apologies: 0 };

  /** @param day `""` where the log tells no time */
  add({ fault, intent, outcome }: Turn, day: string): void {
    if (fault !== undefined || intent !== SWITCHED_OFF) return;
    this.sums.turns += 1;
    if (outcome !== "transfer") this.sums.apologies += 1;
    if (day > (this.sums.lastDay ?? "")) this.sums.lastDay = day;
  }

  figures(): OffFigures {
    return this.sums;
  }
}
