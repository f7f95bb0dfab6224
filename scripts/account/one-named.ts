import { AccountFailure } from "./failure.ts";

/** The name alone does not tell which function is meant. */
class SeveralOfOneName extends AccountFailure {
  override readonly name = "SeveralOfOneName";

  constructor(name: string) {
    super(
      `The account has several functions named ${name}`,
      "rename or delete all but one in LivePerson Functions, and try again",
    );
  }
}

/**
 * The one of this name; a search by name finds neighbours, too.
 *
 * @throws {AccountFailure} when there are several
 */
export function oneNamed<Found extends { name: string }>(
  name: string,
  found: readonly Found[],
): Found | undefined {
  const [one, ...others] = found.filter((candidate) => candidate.name === name);
  if (others.length > 0) throw new SeveralOfOneName(name);
  return one;
}
