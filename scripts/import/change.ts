import type { Installed, Variables } from "../account/installed.ts";

/** A function as it shall be. */
export type Wanted = Pick<Installed, "name" | "description" | "code" | "variables">;

/** How a function is brought in. */
export type Change = {
  /** Whether it is deployed afterwards. */
  deploys: boolean;
  /** Which variables a function that is there shall have. */
  variables(found: Variables, ours: Variables): Variables;
  /**
   * Hears what is there and what shall be, before anything is changed; what it throws ends the import.
   *
   * @param found `undefined` for a function that will be created
   */
  before(found: Installed | undefined, wanted: Wanted): void;
};

/** What is set in the account stays; what it lacks is added. */
export function kept(found: Variables, ours: Variables): Variables {
  return { ...found, ...ours, ...found };
}
