import { CommandFailure } from "../kit/command.ts";

/** The function as the account has it after an import. */
export type Imported = { uuid: string; isNew: boolean };

/** The name alone does not tell which function is meant. */
class SeveralOfOneName extends CommandFailure {
  override readonly name = "SeveralOfOneName";

  constructor(name: string) {
    super(
      `The account has several functions named ${name}; rename or delete all but one in LivePerson Functions, and run the import again`,
    );
  }
}

/** LivePerson took the change, and the account does not show it: whether an import is done is not believed, but seen. */
export class NotKept extends CommandFailure {
  override readonly name = "NotKept";

  constructor(name: string) {
    super(
      `LivePerson took the function ${name} without complaint, but the account does not show it as it was sent; look at it in LivePerson Functions, and run the import again`,
    );
  }
}

/**
 * The one of this name; a search by name finds neighbours, too.
 *
 * @throws {CommandFailure} when there are several
 */
export function oneNamed<Found extends { name: string }>(
  name: string,
  found: readonly Found[],
): Found | undefined {
  const [one, ...others] = found.filter((candidate) => candidate.name === name);
  if (others.length > 0) throw new SeveralOfOneName(name);
  return one;
}

/** Whether the account shows the text that was sent; white space around it may get lost on the way. */
export function isKept(sent: string, shown: string | null | undefined): boolean {
  return shown?.trim() === sent.trim();
}
