/** An error of the system as Node throws it. */
type SystemError = Error &
  Omit<NodeJS.ErrnoException, "name" | "message"> & { port?: number; hostname?: string };

/**
 * What an error of the system says, and what to do about it, in a sentence of ours.
 *
 * @param place what was read, written or reached, where the error itself does not know
 * @returns `undefined` for what is no error of the system; what Node says, for one that is rare
 */
export function systemErrorInWords(error: unknown, place?: string): string | undefined {
  if (!(error instanceof Error && "syscall" in error)) return undefined;
  const { code = "", path, port, hostname, syscall, message } = error as SystemError;
  if (syscall === "listen" && code === "EACCES")
    return `Port ${port} is not for this user to listen at; choose one from 1024 on`;
  if (syscall?.startsWith("spawn")) return `${path ?? place} cannot be started; check that it is installed`;
  const what = place ?? path ?? hostname ?? (port === undefined ? "" : `Port ${port}`);
  const words = WORDS[code];
  return what && words ? `${what} ${words}` : message;
}

const RIGHTS = "is not for this user to read or write; change its rights";
const NETWORK = "is not known to DNS; check how it is written, and the network";

const WORDS: Record<string, string> = {
  ENOENT: "is not there; check how it is written",
  ENOTDIR: "is not there; a folder on the way is a file",
  EISDIR: "is a folder; name a file",
  EACCES: RIGHTS,
  EPERM: RIGHTS,
  EROFS: "is on a disk that nobody may write; copy the project elsewhere",
  ENOSPC: "finds no room on the disk; make some",
  EADDRINUSE: "is taken by another program; end that, or choose another port",
  ENOTFOUND: NETWORK,
  EAI_AGAIN: NETWORK,
};
