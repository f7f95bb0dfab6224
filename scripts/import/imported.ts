import { AccountFailure } from "../account/failure.ts";

/** The function as the account has it after an import. */
export type Imported = { uuid: string; isNew: boolean };

/** LivePerson took the change, and the account does not show it: whether an import is done is not believed, but seen. */
export class NotKept extends AccountFailure {
  override readonly name = "NotKept";

  constructor(name: string) {
    super(
      `LivePerson took the function ${name} without complaint, but the account does not show it as it was sent`,
      "look at it in LivePerson Functions, and try again",
    );
  }
}

/** Whether the account shows the text that was sent; white space around it may get lost on the way. */
export function isKept(sent: string, shown: string | null | undefined): boolean {
  return shown?.trim() === sent.trim();
}
