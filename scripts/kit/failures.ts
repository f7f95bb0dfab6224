/** Something that the user of a command can put right; it is printed without a stack. */
export class UsageError extends Error {
  override readonly name: string = "UsageError";
}

/** What a command was asked for went wrong outside of it, in a way that its message explains: no stack either. */
export class CommandFailure extends Error {
  override readonly name: string = "CommandFailure";
}
