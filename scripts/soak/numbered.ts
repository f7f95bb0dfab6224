/**
 * Words that end with the number of their message, so that whoever reads them can tell messages apart: the events' own
 * sequence numbers reach LivePerson's function, but not Clinc.
 */
export function numbered(words: string, message: number): string {
  return `${words} #${message}`;
}

/** The number of the message that these words are from, if they carry one. */
export function messageOf(words: string): number | undefined {
  const number = /#(\d+)$/.exec(words)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** The label of the choice that Clinc may offer for this message, and what it means. */
export function choiceFor(message: number): { title: string; say: string } {
  return { title: numbered("Go on", message), say: numbered("chosen", message) };
}
