import { CommandFailure } from "../kit/command.ts";

/** A call to LivePerson did not come to what it was made for. Neither part holds a token, or more than one line. */
export class AccountFailure extends CommandFailure {
  override readonly name: string = "AccountFailure";

  /**
   * @param finding what was seen
   * @param remedy what to do about it, or to ask oneself
   */
  constructor(
    readonly finding: string,
    readonly remedy: string,
  ) {
    super(`${finding}; ${remedy}`);
  }
}
