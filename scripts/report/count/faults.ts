import type { Turn } from "../read/line.ts";
import { ByName } from "./by-name.ts";

/** Who must act, by the function's own words; `undefined` for what only a warning named. */
export type Responsible = Turn["fault"];

/** How often a reason came up: in turns that Clinc could not answer, of them handed over, and in warnings. */
export type FaultFigures = {
  reason: string;
  responsible?: NonNullable<Responsible>;
  turns: number;
  handedOver: number;
  warnings: number;
  /** The last day on which a turn failed for it, where the log tells times. */
  lastDay?: string;
};

/** Counts faults by their reasons. */
export class Faults {
  private readonly byReason = new ByName<Omit<FaultFigures, "reason">>(() => ({
    turns: 0,
    handedOver: 0,
    warnings: 0,
  }));

  /** @param day `""` where the log tells no time */
  add(reason: string, responsible: NonNullable<Responsible>, isHandedOver: boolean, day: string): void {
    const figures = this.byReason.of(reason);
    figures.responsible = responsible;
    figures.turns += 1;
    if (isHandedOver) figures.handedOver += 1;
    if (day > (figures.lastDay ?? "")) figures.lastDay = day;
  }

  /** @param word what a warning begins with; not all are reasons of faults */
  warning(word: string): void {
    this.byReason.of(word).warnings += 1;
  }

  /** Those of turns first, the most frequent first. Words of warnings that are no reasons are among them. */
  figures(): FaultFigures[] {
    const all = this.byReason.all().map(([reason, figures]) => ({ reason, ...figures }));
    return all.sort((one, other) => other.turns - one.turns || other.warnings - one.warnings);
  }
}
