import type { Deadline } from "../runtime/deadline.ts";

/** A turn's place in the queue of its conversation. */
export type Place = {
  /** False for a turn that could not wait any longer: an earlier one is still under way. */
  isMyTurn: boolean;
  /** To be called once, whatever came of the turn. */
  leave: () => void;
};

/** Lets the turns of one conversation in one after the other, in the order in which they came. */
export class Queue {
  /** Settles when all that are in have left. */
  private before: Promise<unknown> | undefined;
  private inside = 0;

  /** Whether nobody is in. */
  get isEmpty(): boolean {
    return this.inside === 0;
  }

  /**
   * Takes the last place and waits there until it is the first. One who cannot wait that long is let in all the same
   * and told so; those behind still wait for those before.
   */
  async enter(deadline: Deadline): Promise<Place> {
    const { before } = this;
    let left = () => {};
    const mine = new Promise<void>((resolve) => {
      left = resolve;
    });
    this.before = before ? Promise.all([before, mine]) : mine;
    this.inside += 1;
    const leave = () => {
      left();
      this.inside -= 1;
      if (this.isEmpty) this.before = undefined;
    };
    return { isMyTurn: before === undefined || (await deadline.sees(before)), leave };
  }
}
